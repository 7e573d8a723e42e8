import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { variables } from '../../src/config-variables.js';

const read = (path: string) => readFileSync(join(import.meta.dirname, '../../..', path), 'utf8');
const file = read('docker-compose.yml');
const api = file.slice(file.indexOf('\n  api:\n'), file.indexOf('\n  client:\n'));
const environment = new Map(
  [...api.slice(api.indexOf('    environment:\n')).matchAll(/^ {6}(\w+): (.+)$/gm)].map(([, name, value]) => [
    name,
    value,
  ]),
);

/** The containers have databases and folders of their own, whatever the host's .env says for runs without containers. */
const own = ['DATABASE_URL', 'DATABASE_REPLICA_URL', 'POSTGRES_HOST', 'POSTGRES_PORT', 'DATA_DIR', 'HOST', 'PORT'];

test.each([...own, 'TRUSTED_PROXY'])('%s of .env does not reach the api container', (name) => {
  expect(environment.get(name) ?? '').not.toContain(`\${${name}`);
});

test('nothing of .env reaches the api container unless the compose file names it', () => {
  for (const path of ['docker-compose.yml', 'docker-compose.scale.yml', 'docker-compose.public.yml'])
    expect(read(path)).not.toContain('env_file');
});

/** Programs' own spellings of a proxy's address in lower case are for shells. */
const named = Object.keys(variables.shape).filter((name) => name === name.toUpperCase());

test.each(named.filter((name) => ![...own, 'TRUSTED_PROXY'].includes(name)))(
  '%s of .env is for the container too',
  (name) => {
    expect(environment.get(name)).toContain(`\${${name}:-`);
  },
);

/** The gateway of a container network has a private address too, and whoever calls the API's own port comes from it. */
test('the api container believes nginx alone, and nginx replaces what callers say of themselves', () => {
  const front = file.slice(file.indexOf('\n  client:\n'));
  const address = /ipv4_address: (.+)/.exec(front)?.[1];
  expect(address).toBeDefined();
  expect(environment.get('TRUSTED_PROXY')).toBe(address);
  expect(read('client/nginx.conf.template')).toContain('proxy_set_header X-Forwarded-For $remote_addr;');
});

test('api containers start without their standby', () => {
  const scale = read('docker-compose.scale.yml');
  expect(scale.slice(scale.indexOf('\n  api:\n'), scale.indexOf('\nconfigs:'))).not.toContain('depends_on');
});
