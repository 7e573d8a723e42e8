import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const file = readFileSync(join(import.meta.dirname, '../../docker-compose.yml'), 'utf8');
const api = file.slice(file.indexOf('\n  api:\n'), file.indexOf('\n  client:\n'));
const environment = api.slice(api.indexOf('    environment:\n'));

/** The containers have databases and folders of their own, whatever the host's .env says for runs without containers. */
test.each([
  ['DATABASE_URL', '""'],
  ['DATABASE_REPLICA_URL', '""'],
  ['DATA_DIR', '/data'],
  ['HOST', '0.0.0.0'],
  ['PORT', '8000'],
])('%s of .env does not reach the api container', (name, value) => {
  expect(environment).toContain(`\n      ${name}: ${value}\n`);
});

/** The gateway of a container network has a private address too, and whoever calls the API's own port comes from it. */
test('the api container believes nginx alone, and nginx replaces what callers say of themselves', () => {
  const front = file.slice(file.indexOf('\n  client:\n'));
  const address = /ipv4_address: (.+)/.exec(front)?.[1];
  expect(address).toBeDefined();
  expect(environment).toContain(`\n      TRUSTED_PROXY: ${address}\n`);
  const nginx = readFileSync(join(import.meta.dirname, '../../client/nginx.conf.template'), 'utf8');
  expect(nginx).toContain('proxy_set_header X-Forwarded-For $remote_addr;');
});
