import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { systemCaller, tokenScopes } from '../src/caller.js';
import { followedFields } from './support/asked-fields.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { may, mayReadNotes, teams, type Who } from './support/kinds-of-callers.js';
import { connect } from './support/live.js';
import { exchange } from './support/raw-http.js';
import { openRequest, submitRequest } from './support/requester-page.js';
import { ask, type Credentials, joinTeam, makeToken, usersCommand } from './support/team.js';

/** The leak matrix of what is followed rather than asked for. */
const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
const noteCanary = 'whisperbird';

let desk: TestDesk;
let admin: Credentials;
const credentials = new Map<string, Credentials>([['nobody', {}]]);
beforeAll(async () => {
  desk = await startDesk({ RATE_LIMIT: 'off' });
  await desk.rest('POST', '/api/tickets/', { title: 'One', description: 'One', category: 'billing', priority: 'low' });
  admin = await joinTeam(desk, 'ada@example.org', '--admin');
  const agent = await joinTeam(desk, 'bob@example.org');
  credentials.set('an agent', agent).set('an administrator', admin);
  for (const scope of tokenScopes) {
    credentials.set(`a token with ${scope}`, await makeToken(desk, scope === 'ADMIN' ? admin : agent, [scope]));
  }
});
afterAll(() => desk.close());

type Ended = { code?: number; extensions?: { code: string } }[] | { code?: number };

/** What each document was refused with; null where it was begun. */
async function outcomes(who: Who, path = '/graphql'): Promise<[string, string | null][]> {
  const found: [string, string | null][] = [];
  for (const { name, document } of followedFields(schema)) {
    const connection = connect(desk, credentials.get(who.name), path);
    const follower = await Promise.race([connection.follow(document), connection.closed]);
    const ended = 'messages' in follower ? await Promise.race([follower.ended, Promise.resolve('begun')]) : follower;
    const refusal = ended === 'begun' ? null : refusalOf(ended as Ended);
    found.push([name, refusal]);
    await connection.close();
  }
  return found;
}

function refusalOf(ended: Ended): string {
  return Array.isArray(ended) ? (ended[0]?.extensions?.code ?? 'no code') : String(ended.code);
}

describe('every field that only subscriptions reach', () => {
  test.each(teams)('is refused to $name unless a rule allows it', async (who) => {
    const expected = followedFields(schema).map(({ name, rules }) => {
      if (rules.every((rule) => may(who, rule))) return [name, null];
      return [name, who.as === 'nobody' ? '4401' : 'FORBIDDEN'];
    });
    expect(await outcomes(who)).toEqual(expected);
  });

  it('is the requester’s of one request alone', async () => {
    const { request } = await submitRequest(desk);
    credentials.set(
      'a holder',
      await openRequest(desk, (await desk.services.requestLinks.rotate(systemCaller, request?.number ?? 0)).url ?? ''),
    );
    const holder: Who = { name: 'a holder', as: 'requester', scopes: null };
    const expected = followedFields(schema).map(({ name, rules }) => [
      name,
      rules.every((rule) => may(holder, rule)) ? null : 'FORBIDDEN',
    ]);
    expect(await outcomes(holder, '/graphql?as=request')).toEqual(expected);
  });
});

const everything = `subscription { ticketChanges { kind ticketId by { displayName } } }`;

test.each(['TICKETS_READ', 'NOTES_READ'] as const)('a note is told to who may read notes: %s', async (scope) => {
  const scopes = scope === 'NOTES_READ' ? (['TICKETS_READ', 'NOTES_READ'] as const) : (['TICKETS_READ'] as const);
  const connection = connect(desk, await makeToken(desk, admin, scopes));
  const list = await connection.follow<{ ticketChanges: object }>(everything);
  const timeline = await connection.follow<{ timelineChanges: object }>(
    `subscription { timelineChanges(ticketId: "VGlja2V0OjE") { kind itemId timelineEdge { node { id __typename } } } }`,
  );
  await desk.services.notes.add(systemCaller, 1, { body: noteCanary });
  await desk.services.replies.add(systemCaller, 1, { body: 'Heard by all.', holdSeconds: 0 });
  const isTold = mayReadNotes({ name: scope, as: 'agent', scopes });
  expect(await list.count(isTold ? 2 : 1)).toHaveLength(isTold ? 2 : 1);
  expect(JSON.stringify(await timeline.count(isTold ? 2 : 1)).includes('InternalNote')).toBe(isTold);
  await connection.close();
});

describe('a socket', () => {
  it('is opened for no page of somebody else', async () => {
    for (const origin of ['https://evil.example', 'null']) {
      const answer = await exchange(desk.url, upgradeFrom(origin));
      expect([answer.status, answer.body]).toEqual([403, expect.stringContaining('from the pages of this desk only')]);
    }
  });

  it('takes a token in its introduction, and nothing that is none', async () => {
    const token = credentials.get('a token with TICKETS_READ') ?? {};
    const connection = connect(desk, {}, '/graphql', token);
    const follower = await connection.follow<{ ticketChanges: object }>(everything);
    await desk.services.replies.add(systemCaller, 1, { body: 'Hello.', holdSeconds: 0 });
    await follower.count(1);
    await connection.close();
    const wrong = connect(desk, {}, '/graphql', { authorization: 'Bearer rdk_nonsense' });
    void wrong.follow(everything);
    expect(await wrong.closed).toMatchObject({ code: 4401 });
  });

  it('ends within a second when its person has signed out', async () => {
    const by = await joinTeam(desk, 'dora@example.org');
    const ended = await endOf(by, () => desk.rest('POST', '/auth/sign-out', {}, by));
    expect(ended).toMatchObject({ code: 4401 });
  });

  it('ends within a second when its person was deactivated', async () => {
    const by = await joinTeam(desk, 'emil@example.org');
    expect(await endOf(by, () => usersCommand(desk, 'deactivate', 'emil@example.org'))).toMatchObject({ code: 4401 });
  });

  it('ends within a second when its person has another role, and may come back', async () => {
    const by = await joinTeam(desk, 'finn@example.org');
    const { body } = await ask(desk, by, '{ viewer { user { id } } }');
    const { user } = (body.data as { viewer: { user: { id: string } } }).viewer;
    const promote = `mutation { updateUser(input: { id: "${user.id}", role: ADMIN }) { userErrors { message } } }`;
    expect(await endOf(by, () => ask(desk, admin, promote))).toMatchObject({ code: 4403 });
    const again = connect(desk, by);
    await again.follow(everything);
    await again.close();
  });

  it('tells nothing more to whoever lost the right to it', async () => {
    const token = await makeToken(desk, admin, ['TICKETS_READ']);
    const connection = connect(desk, token);
    const follower = await connection.follow(everything);
    const tokens = await ask(desk, admin, '{ viewer { apiTokens(first: 100) { edges { node { id createdAt } } } } }');
    const { viewer } = tokens.body.data as {
      viewer: { apiTokens: { edges: { node: { id: string; createdAt: string } }[] } };
    };
    for (const { node } of viewer.apiTokens.edges) {
      await ask(desk, admin, `mutation { revokeApiToken(input: { id: "${node.id}" }) { userErrors { message } } }`);
    }
    await connection.closed;
    await desk.services.replies.add(systemCaller, 1, { body: 'Secret.', holdSeconds: 0 });
    expect(follower.messages).toEqual([]);
  });
});

async function endOf(by: Credentials, act: () => Promise<unknown>) {
  const connection = connect(desk, by);
  await connection.follow(everything);
  await act();
  return connection.closed;
}

const upgradeFrom = (origin: string) =>
  [
    'GET /graphql HTTP/1.1',
    'Host: localhost',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Protocol: graphql-transport-ws',
    `Origin: ${origin}`,
    '\r\n',
  ].join('\r\n');
