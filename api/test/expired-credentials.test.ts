import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase, withDataSource } from './support/database.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { exchange } from './support/raw-http.js';
import { type Credentials, cookieOf, joinTeam, makeToken, password, secretIn, usersCommand } from './support/team.js';

/** What was good once, and what is good elsewhere. */
let database: TestDatabase;
let desk: TestDesk;
let ada: Credentials;
beforeEach(async () => {
  database = await createTestDatabase();
  desk = await open();
  ada = await joinTeam(desk, 'ada@example.org', '--admin');
});
afterEach(async () => {
  await desk.close();
  await database.close();
});

const open = () => startDesk({}, { ...database, close: async () => undefined });
const read = async (by: Credentials, at = desk) => (await at.rest('GET', '/api/tickets/', undefined, by)).status;
const signIn = async () => ({
  cookie: cookieOf(await desk.rest('POST', '/auth/sign-in', { email: 'ada@example.org', password })),
  origin: desk.url,
});

/** While nobody holds the database. */
async function afterwards(...statements: string[]): Promise<void> {
  await desk.close();
  await withDataSource(database, async (dataSource) => {
    for (const statement of statements) await dataSource.query(statement);
  });
  desk = await open();
}

test('a session ends after 14 unused days, and after 60 however much it is used', async () => {
  const [fresh, unused, old] = [await signIn(), await signIn(), await signIn()];
  const third = `(select id from session order by id desc limit 1)`;
  const second = `(select id from session order by id desc limit 1 offset 1)`;
  await afterwards(
    `update session set last_used_at = now() - interval '14 days 1 minute' where id = ${second}`,
    `update session set created_at = now() - interval '60 days 1 minute' where id = ${third}`,
  );
  expect([await read(fresh), await read(unused), await read(old)]).toEqual([200, 401, 401]);
});

test('a token ends when it expires', async () => {
  const [kept, expired] = [await makeToken(desk, ada, ['TICKETS_READ']), await makeToken(desk, ada, ['TICKETS_READ'])];
  expect([await read(kept), await read(expired)]).toEqual([200, 200]);
  await afterwards(
    `update api_token set expires_at = now() - interval '1 second' where id = (select max(id) from api_token)`,
  );
  expect([await read(kept), await read(expired)]).toEqual([200, 401]);
});

test('a first administrator’s link and a reset hold for an hour, an invitation for three days, and what is over is told in one way', async () => {
  const first = secretIn(await usersCommand(desk, 'add', 'bob@example.org', '--admin'));
  const [early, punctual, late] = [
    secretIn(await usersCommand(desk, 'add', 'cleo@example.org')),
    secretIn(await usersCommand(desk, 'add', 'dora@example.org')),
    secretIn(await usersCommand(desk, 'add', 'emil@example.org')),
  ];
  const reset = secretIn(await usersCommand(desk, 'reset', 'ada@example.org'));
  const use = async (door: 'invitation' | 'reset/confirm', token: string) => {
    const { status, body } = await desk.rest('POST', `/auth/${door}`, { token, password: `${password}, again` });
    return { status, body };
  };
  const pass = (time: string) =>
    afterwards(`update one_time_secret set expires_at = expires_at - interval '${time}' where kind <> 'setup'`);
  await pass('59 minutes');
  expect(await use('invitation', early)).toEqual({ status: 204, body: '' });
  await pass('2 minutes');
  const refused = await use('invitation', 'A'.repeat(43));
  expect(refused.status).toBe(403);
  expect(await use('invitation', first)).toEqual(refused);
  expect(await use('reset/confirm', reset)).toEqual(refused);
  expect(await use('invitation', early)).toEqual(refused);
  expect(await use('reset/confirm', late)).toEqual(refused);
  await pass('70 hours');
  expect((await use('invitation', punctual)).status).toBe(204);
  await pass('1 hour');
  expect(await use('invitation', late)).toEqual(refused);
});

test('two credentials are none: whoever sends Authorization twice is refused, whichever is right', async () => {
  const { authorization = '' } = await makeToken(desk, ada, ['TICKETS_READ']);
  const answerTo = async (...lines: string[]) => {
    const head = ['GET /api/tickets/ HTTP/1.1', 'host: localhost', 'connection: close', ...lines];
    return (await exchange(desk.url, `${head.join('\r\n')}\r\n\r\n`)).status;
  };
  const right = `authorization: ${authorization}`;
  expect(await answerTo(right)).toBe(200);
  for (const other of [right, 'authorization: Bearer x', 'Authorization: bearer']) {
    expect([other, await answerTo(right, other), await answerTo(other, right)]).toEqual([other, 401, 401]);
  }
  // A proxy's password is not ours.
  expect(await answerTo('authorization: Basic dGVhbTpzZWNyZXQ=', right)).toBe(200);
});

test('what another desk gave is worth nothing here', async () => {
  const other = await startDesk();
  try {
    await joinTeam(other, 'eve@example.org', '--admin');
    const eve = await joinTeam(other, 'ada@example.org', '--admin');
    const token = await makeToken(other, eve, ['TICKETS_READ']);
    expect([await read(eve, other), await read(token, other)]).toEqual([200, 200]);
    expect([await read(eve), await read(token)]).toEqual([401, 401]);
    const invitation = secretIn(await usersCommand(other, 'add', 'bob@example.org'));
    await usersCommand(desk, 'add', 'bob@example.org');
    expect((await desk.rest('POST', '/auth/invitation', { token: invitation, password })).status).toBe(403);
  } finally {
    await other.close();
  }
});
