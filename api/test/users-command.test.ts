import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { runCommand } from './support/command.js';
import { createEmbeddedTestDatabase, createTestDatabase } from './support/database.js';
import { databaseVariables, killServers, startServer } from './support/server-process.js';
import { workDirectory } from './support/work-directory.js';

afterEach(killServers);

const users = (args: readonly string[], env: NodeJS.ProcessEnv) =>
  runCommand('users', args, { folder: workDirectory(), env: { DATABASE_URL: '', ...env } });

const password = 'a long and quiet evening';
const post = (url: string, path: string, body: object) =>
  fetch(url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
const secretIn = (output: string) => output.trim().split('#')[1] ?? '';

test('the users command reaches a desk that holds the embedded database, by a socket that is its own user’s alone', async () => {
  const { directory, close } = await createEmbeddedTestDatabase();
  const env = { DATA_DIR: directory, PUBLIC_URL: 'https://desk.example.org' };
  const desk = await startServer(env);
  expect([modeOf(join(directory, 'run')), modeOf(join(directory, 'run/users.sock'))]).toEqual(['700', '600']);
  const added = await users(['add', 'ada@example.org', '--admin', '--name', 'Ada Lovelace'], env);
  expect(added).toMatchObject({ code: 0, errors: '' });
  expect(added.output).toMatch(/^https:\/\/desk\.example\.org\/invitation#[A-Za-z0-9_-]{43}\n$/);
  const invitation = { token: secretIn(added.output), password };
  expect((await post(desk.url, '/auth/invitation', invitation)).status).toBe(204);
  expect((await fetch(`${desk.url}/api/tickets/`)).status).toBe(401);
  expect(await users(['list'], env)).toMatchObject({ output: 'ada@example.org\tadmin\tactive\tAda Lovelace\n' });
  expect(await users(['deactivate', 'ada@example.org'], env)).toMatchObject({
    code: 1,
    output: '',
    errors: 'The desk needs an active administrator. Make somebody else one first.\n',
  });
  expect(await users(['reset', 'nobody@example.org'], env)).toMatchObject({ code: 1, output: '' });
  for (const wrong of [[], ['add'], ['fly'], ['constructor'], ['list', 'more'], ['add', '--admin']]) {
    const { code, output, errors } = await users(wrong, env);
    expect([code, output, errors.startsWith('Usage: npm run users')]).toEqual([1, '', true]);
  }
  desk.child.kill('SIGKILL');
  await desk.exited;
  const reset = await users(['reset', 'ada@example.org'], env);
  expect(reset.output).toMatch(/^https:\/\/desk\.example\.org\/reset#[A-Za-z0-9_-]{43}\n$/);
  const again = await startServer(env);
  const confirmed = await post(again.url, '/auth/reset/confirm', {
    token: secretIn(reset.output),
    password: 'new evening 1',
  });
  expect(confirmed.status).toBe(204);
  expect(await users(['end-sessions'], env)).toMatchObject({ code: 0 });
  await killServers();
  await close();
});

test('the code of the first start is printed while there is no account, kept for the next start, and then gone', async () => {
  const { directory, close } = await createEmbeddedTestDatabase();
  const env = { DATA_DIR: directory };
  const codeIn = (output: readonly string[]) => /with the code ([0-9A-Z-]{23})/.exec(output.join('\n'))?.[1];
  const first = await startServer(env);
  const file = join(directory, 'setup-code');
  const code = readFileSync(file, 'utf8').trim();
  expect(modeOf(file)).toBe('600');
  first.child.kill('SIGKILL');
  await first.exited;
  expect(codeIn(first.output)).toBe(code);
  const second = await startServer(env);
  const setup = (typed: string, email: string) =>
    post(second.url, '/auth/setup', { code: typed, email, displayName: 'Ada', password });
  expect((await setup('AAAAA-AAAAA-AAAAA-AAAAA', 'eve@example.org')).status).toBe(403);
  const typed = code.toLowerCase().replaceAll('-', ' ');
  const both = await Promise.all([setup(typed, 'ada@example.org'), setup(code, 'bob@example.org')]);
  expect(both.map(({ status }) => status).sort()).toEqual([204, 403]);
  expect((await setup(code, 'cleo@example.org')).status).toBe(403);
  second.child.kill('SIGKILL');
  await second.exited;
  const third = await startServer(env);
  await fetch(`${third.url}/healthz`);
  expect(existsSync(file)).toBe(false);
  expect(codeIn(third.output)).toBeUndefined();
  await killServers();
  await close();
});

test('a start off loopback warns of openness while there is no account, and not any more', async () => {
  const { directory, close } = await createEmbeddedTestDatabase();
  // The loopback address in a spelling that is not known for one.
  const env = { DATA_DIR: directory, HOST: '::ffff:127.0.0.1' };
  const warnings = async () => {
    const { child, exited } = await startServer(env);
    child.kill('SIGTERM');
    return (await exited).errors;
  };
  expect(await warnings()).toMatch(/^While there is no account, everybody who reaches \S+ can read and change/m);
  const desk = await startServer({ DATA_DIR: directory });
  const code = readFileSync(join(directory, 'setup-code'), 'utf8').trim();
  const setup = { code, email: 'ada@example.org', displayName: 'Ada', password };
  expect((await post(desk.url, '/auth/setup', setup)).status).toBe(204);
  desk.child.kill('SIGTERM');
  await desk.exited;
  const later = await warnings();
  expect(later).toContain('PUBLIC_URL is no https address');
  expect(later).not.toContain('can read and change every ticket');
  await close();
});

test('tries of the setup code have a budget for the whole desk', async () => {
  const database = await createTestDatabase();
  const desk = await startServer(databaseVariables(database.config));
  const statuses: number[] = [];
  for (let index = 0; index < 12; index++) {
    statuses.push((await post(desk.url, '/auth/setup', { code: `guess ${index}` })).status);
  }
  expect(new Set(statuses.slice(0, 9))).toEqual(new Set([403]));
  expect(statuses).toContain(429);
  await killServers();
  await database.close();
});
