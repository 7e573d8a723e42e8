/** Writes schema.graphql, or the file that is named, from the code; and beside the client's types the limits that it must know. */
import { writeFileSync } from 'node:fs';
import { accessRules } from '../../src/access-rules.js';
import { mostFiles } from '../../src/files/attached.js';
import { mostFileBytes } from '../../src/files/file.service.js';
import { printWithAccess } from '../../src/graphql/printed-access.js';
import { createSchema } from '../../src/schema.js';
import { ticketFields } from '../../src/tickets/fields/ticket-fields.js';
import { mostTickets } from '../../src/tickets/fields/ticket-rules.js';
import { longestSearch } from '../../src/tickets/read/ticket-filter.js';

const limits = {
  titleLength: ticketFields.title.longest,
  descriptionLength: ticketFields.description.longest,
  searchLength: longestSearch,
  ticketsPerChange: mostTickets,
  fileBytes: mostFileBytes,
  filesPerMessage: mostFiles,
};

const target = process.argv[2];
const root = new URL('../../../', import.meta.url);
writeFileSync(target ?? new URL('schema.graphql', root), printWithAccess(await createSchema(), accessRules));
if (target === undefined) {
  const lines = Object.entries(limits).map(([name, limit]) => `  ${name}: ${limit},\n`);
  writeFileSync(new URL('client/src/gql/limits.ts', root), `export const limits = {\n${lines.join('')}} as const;\n`);
}
