import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

/** The containers have a database of their own, whatever the host's .env says for runs without containers. */
test.each(['DATABASE_URL', 'DATABASE_REPLICA_URL'])('%s of .env is emptied for the api container', (name) => {
  const file = readFileSync(join(import.meta.dirname, '../../docker-compose.yml'), 'utf8');
  const api = file.slice(file.indexOf('\n  api:\n'), file.indexOf('\n  client:\n'));
  expect(api.slice(api.indexOf('    environment:\n'))).toContain(`\n      ${name}: ""\n`);
});
