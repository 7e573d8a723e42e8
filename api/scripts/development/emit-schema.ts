import { writeFileSync } from 'node:fs';
import { accessRules } from '../../src/access-rules.js';
import { printWithAccess } from '../../src/graphql/printed-access.js';
import { createSchema } from '../../src/schema.js';

/** Writes schema.graphql, or the file that is named, from the code. */
const target = process.argv[2] ?? new URL('../../../schema.graphql', import.meta.url);
writeFileSync(target, printWithAccess(await createSchema(), accessRules));
