import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { runCommand } from './support/command.js';
import { createTestDatabase, type TestDatabase, withDataSource } from './support/database.js';
import { databaseVariables, killServers, type ServerProcess, startServer } from './support/server-process.js';
import { workDirectory } from './support/work-directory.js';

const password = 'a long and quiet evening';
let database: TestDatabase;
let dataDirectory: string;
let env: Record<string, string>;
beforeEach(async () => {
  database = await createTestDatabase();
  dataDirectory = mkdtempSync(join(workDirectory(), 'data-'));
  env = { DATA_DIR: dataDirectory, ...databaseVariables(database.config) };
});
afterEach(async () => {
  await killServers();
  await database.close();
  rmSync(dataDirectory, { recursive: true, force: true });
});

const post = ({ url }: ServerProcess, path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';

async function invite(...args: string[]): Promise<string> {
  const folder = workDirectory();
  const { output } = await runCommand('users', ['add', ...args], { folder, env: { DATABASE_URL: '', ...env } });
  return output.trim().split('#')[1] ?? '';
}

/** `kill -9` some time after the request went out: while its password is hashed, while it is written, or after. */
async function killDuring(desk: ServerProcess, request: () => Promise<Response>, ms: number): Promise<number | null> {
  const status = request().then(
    (answer) => answer.status,
    () => null,
  );
  await delay(ms);
  desk.child.kill('SIGKILL');
  await desk.exited;
  return status;
}

/** Instants of chance, the early ones first. */
const instants = (count: number) =>
  Array.from({ length: count }, (_, index) => Math.round(5 + (index + Math.random()) * (240 / count)));

async function read<Row>(sql: string, parameters: unknown[] = []): Promise<Row | undefined> {
  return withDataSource(database, async (dataSource) => (await dataSource.query<Row[]>(sql, parameters))[0]);
}

test('a desk that is killed while it is set up has a team, or can be set up', async () => {
  const fields = { email: 'ada@example.org', displayName: 'Ada', password };
  const done = { people: 1, admins: 1, passwords: 1, sessions: 1, codes: 0, modeChanges: 1, signIns: 1 };
  const undone = { people: 0, admins: 0, passwords: 0, sessions: 0, codes: 1, modeChanges: 0, signIns: 0 };
  const codeFile = join(env.DATA_DIR ?? '', 'setup-code');
  let state: typeof done | undefined = undone;
  for (const ms of instants(4)) {
    if (state?.people) break;
    const desk = await startServer(env);
    const code = readFileSync(codeFile, 'utf8').trim();
    const status = await killDuring(desk, () => post(desk, '/auth/setup', { code, ...fields }), ms);
    state = await read(
      `select count(*)::int as people,
         (count(*) filter (where role = 'admin' and activated_at is not null))::int as admins,
         count(password_hash)::int as passwords, (select count(*)::int from session) as sessions,
         (select count(*)::int from one_time_secret where kind = 'setup') as codes,
         (select count(*)::int from audit_event where type = 'mode_changed') as "modeChanges",
         (select count(*)::int from audit_event where type = 'sign_in') as "signIns"
       from account`,
    );
    expect([ms, status === 204 ? [done] : [done, undone]]).toEqual([ms, expect.arrayContaining([state])]);
  }
  // A desk that has its team has no use for the code, and one that has none still takes it.
  const desk = await startServer(env);
  expect(existsSync(codeFile)).toBe(state?.people === 0);
  if (state?.people) return;
  const code = readFileSync(codeFile, 'utf8').trim();
  expect((await post(desk, '/auth/setup', { code, ...fields })).status).toBe(204);
});

test('a desk that is killed while somebody comes in leaves no half of it', async () => {
  const done = { isActive: true, hasPassword: true, links: 0, sessions: 1, signIns: 1 };
  const undone = { isActive: false, hasPassword: false, links: 1, sessions: 0, signIns: 0 };
  for (const [round, ms] of instants(4).entries()) {
    const address = `person${round}@example.org`;
    const token = await invite(address, ...(round === 0 ? ['--admin'] : []));
    const desk = await startServer(env);
    const body = { token, password, displayName: 'Somebody' };
    const status = await killDuring(desk, () => post(desk, '/auth/invitation', body), ms);
    const state = await read(
      `select activated_at is not null as "isActive", password_hash is not null as "hasPassword",
         (select count(*)::int from one_time_secret where account_id = account.id) as links,
         (select count(*)::int from session where account_id = account.id) as sessions,
         (select count(*)::int from audit_event where type = 'sign_in' and actor_id::text = account.id::text) as "signIns"
       from account where email = $1`,
      [address],
    );
    expect([ms, status === 204 ? [done] : [done, undone]]).toEqual([ms, expect.arrayContaining([state])]);
  }
});

test('a desk that is killed while a password changes keeps the old one with all sessions, or the new one with one', async () => {
  const email = 'ada@example.org';
  let desk = await startServer(env);
  const begun = await post(desk, '/auth/invitation', { token: await invite(email, '--admin'), password });
  expect(begun.status).toBe(204);
  const cookie = cookieOf(begun);
  let current = password;
  let [sessions, changes] = [1, 0];
  for (const [round, ms] of instants(4).entries()) {
    expect((await post(desk, '/auth/sign-in', { email, password: current })).status).toBe(204);
    const fresh = `quiet evening number ${round}`;
    const change = () => post(desk, '/auth/password', { current, password: fresh }, { cookie, origin: desk.url });
    const status = await killDuring(desk, change, ms);
    const state = await read<{ sessions: number; changes: number }>(
      `select (select count(*)::int from session) as sessions,
         (select count(*)::int from audit_event where type = 'password_changed' and detail like 'By themselves%') as changes`,
    );
    desk = await startServer(env);
    const isChanged = (await post(desk, '/auth/sign-in', { email, password: fresh })).status === 204;
    if (status === 204) expect([ms, isChanged]).toEqual([ms, true]);
    changes += isChanged ? 1 : 0;
    expect([ms, state]).toEqual([ms, { sessions: isChanged ? 1 : sessions + 1, changes }]);
    sessions = isChanged ? 2 : sessions + 1;
    if (isChanged) current = fresh;
  }
});
