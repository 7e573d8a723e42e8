import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { checks } from './checks.mjs';

const folder = fileURLToPath(new URL('..', import.meta.url));
const expected = [
  'documentsList',
  'documentsListPaginationQuery',
  'documentsBackwardsPaginationQuery',
  'documentsRowRefetchQuery',
  'documentsCreateMutation',
  'documentsAppendMutation',
  'documentsDeleteMutation',
  'documentsTicketChangesSubscription',
];

/** relay-compiler accepts schema.graphql and documents with @connection, @refetchable, @prependEdge, @appendEdge and @deleteEdge. */
export async function judge() {
  const { check, result } = checks();
  await promisify(execFile)(`${folder}/node_modules/.bin/relay-compiler`, ['relay.config.json'], { cwd: folder });
  const made = await readdir(`${folder}/compiled`);
  for (const name of expected) check(`${name} is compiled`, made.includes(`${name}.graphql.js`));
  return result();
}
