import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runCommand } from './support/command.js';
import { createTestDatabase, type TestDatabase } from './support/database.js';
import { databaseVariables, killServers, type ServerProcess, startServer } from './support/server-process.js';
import { workDirectory } from './support/work-directory.js';

const password = 'a long and quiet evening';
let database: TestDatabase;
let env: Record<string, string>;
beforeEach(async () => {
  database = await createTestDatabase();
  env = databaseVariables(database.config);
});
afterEach(async () => {
  await killServers();
  await database.close();
});

const users = async (...args: string[]) =>
  (await runCommand('users', args, { folder: workDirectory(), env: { DATABASE_URL: '', ...env } })).output.trim();
const secretOf = async (...args: string[]) => (await users(...args)).split('#')[1] ?? '';
const post = (url: string, path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

async function enter(url: string, ...args: string[]): Promise<Record<string, string>> {
  const answer = await post(url, '/auth/invitation', { token: await secretOf(...args), password });
  return { cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '', origin: url };
}

(process.env.TEST_DATABASE_URL ? describe : describe.skip)('four processes of one desk', () => {
  let desks: ServerProcess[];
  beforeEach(async () => {
    desks = await Promise.all([1, 2, 3, 4].map(() => startServer(env)));
  });

  /** Milliseconds until every process answers so, asking all of them all the time. */
  async function untilAll(path: string, headers: Record<string, string>, status: number): Promise<number> {
    const begun = performance.now();
    await Promise.all(
      desks.map(async ({ url }) => {
        while ((await fetch(url + path, { headers })).status !== status) await delay(10);
      }),
    );
    return performance.now() - begun;
  }

  test('close within a second of the first account, and obey every change of people within another', async () => {
    const url = desks[0]?.url ?? '';
    await untilAll('/api/tickets/', {}, 200);
    const ada = await enter(url, 'add', 'ada@example.org', '--admin');
    expect(await untilAll('/api/tickets/', {}, 401)).toBeLessThan(1_000);
    const bob = await enter(url, 'add', 'bob@example.org', '--admin');
    await untilAll('/api/audit.csv', bob, 200);
    const find = await post(url, '/graphql', { query: '{ users(search: "bob") { edges { node { id } } } }' }, ada);
    const id = /"id":"(\w+)"/.exec(await find.text())?.[1];
    const update = (change: string) =>
      post(
        url,
        '/graphql',
        { query: `mutation { updateUser(input: { id: "${id}", ${change} }) { userErrors { message } } }` },
        ada,
      );
    expect(await (await update('role: AGENT')).text()).toContain('"userErrors":[]');
    expect(await untilAll('/api/audit.csv', bob, 403)).toBeLessThan(1_000);
    expect(await (await update('active: false')).text()).toContain('"userErrors":[]');
    expect(await untilAll('/api/tickets/', bob, 401)).toBeLessThan(1_000);
  });
});
