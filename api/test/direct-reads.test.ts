import { setTimeout as setTimeoutAsync } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { systemCaller } from '../src/caller.js';
import { sampleTickets } from '../src/samples/sample-tickets.js';
import { createTestDatabase, type TestDatabase, withDataSource } from './support/database.js';
import { eventually } from './support/eventually.js';
import { createFailingDatabase } from './support/failing-database.js';
import { randomList } from './support/random-lists.js';
import { openConnection } from './support/raw-http.js';
import { base64url, type ListedRow, recordedLists } from './support/recorded-lists.js';
import { recordedRest } from './support/recorded-rest.js';
import { submitRequest } from './support/requester-page.js';
import { ask, type Credentials, joinTeam, makeToken } from './support/team.js';
import { type Asked, answerOf, inboxQuery, startTwoWays, type TwoWays } from './support/two-ways.js';

const onServer = process.env.TEST_DATABASE_URL ? describe : describe.skip;

const signs = Array.from({ length: 31 }, (_, index) => String.fromCharCode(index + 1)).join('');
const texts = [
  `Quotes " and ' and back\\slashes \\" \\\\`,
  'Line\nbreaks\r\n\ttabs\n\n\n"quoted"\n',
  `Control ${signs} characters`,
  'Outside the first plane 😀 𝒳 👩‍👩‍👧 and \u2028 \u2029 \u007f \ufeff é ü ß 漢字',
  `"${'word "quoted" '.repeat(140)}`,
  'é'.repeat(1_000),
  `${'é'.repeat(1_000)}!`,
  `<p>HTML &amp; a <b>mail</b></p>${'<br>'.repeat(300)}`,
  'Long, with "quotes"\n'.repeat(4_000),
  `😀${'😀 and more of it; '.repeat(3_000)}`,
];
const hostile = texts.map((description, index) => ({
  title: [...description].slice(0, 60).join('').replace(/\s+/g, ' '),
  description,
  category: 'technical',
  priority: index % 2 ? 'high' : 'low',
}));

/** Callers of every kind, and tickets that are somebody's, with replies and people's names full of what JSON escapes. */
async function staff({ ordinary: desk }: TwoWays) {
  const admin = await joinTeam(desk, 'ada@example.org', '--admin');
  const agent = await joinTeam(desk, 'bob@example.org');
  const changes = 'mutation ($name: String!) { updateViewer(input: { displayName: $name }) { userErrors { code } } }';
  await ask(desk, agent, changes, { name: 'Bob "the \\ Builder" 😀' });
  type Ids = { viewer: { user: { id: string } }; tickets: { edges: { node: { requester: { id: string } | null } }[] } };
  const requester = { email: 'kim@example.org', name: 'Kim "K" \\ Ø' };
  for (const title of ['First', 'Second']) await submitRequest(desk, {}, { title, requester });
  const wanted = '{ viewer { user { id } } tickets(first: 1) { edges { node { requester { id } } } } }';
  const ids = (await ask(desk, agent, wanted)).body.data as unknown as Ids;
  const team = await desk.services.teams.save(systemCaller, null, {
    name: 'Pay "ments"',
    handle: 'payments',
    categories: [],
  });
  const people = {
    user: ids.viewer.user.id,
    team: base64url(`Team:${team.key}`),
    requester: ids.tickets.edges[0]?.node.requester?.id ?? '',
  };
  const assign =
    'mutation ($ids: [ID!]!, $user: ID, $team: ID) { updateTickets(input: { ids: $ids, assigneeId: $user, teamId: $team }) { userErrors { code } } }';
  const numbers = [2, 3, 5, 8, 13, 21, 34, 55, 61, 66, 71];
  await ask(desk, agent, assign, { ids: numbers.map((number) => base64url(`Ticket:${number}`)), ...people });
  const snooze = 'mutation ($input: UpdateTicketInput!) { updateTicket(input: $input) { userErrors { code } } }';
  await ask(desk, agent, snooze, { input: { id: base64url('Ticket:7'), snoozeUntilAnswer: true } });
  await ask(desk, agent, snooze, { input: { id: base64url('Ticket:9'), snoozedUntil: '2099-01-01T08:00:00Z' } });
  for (const [index, body] of texts.slice(0, 5).entries()) {
    await desk.services.replies.add(systemCaller, index + 3, { body, holdSeconds: 0 });
  }
  const callers: Record<string, Credentials> = {
    nobody: {},
    agent,
    admin,
    'token that reads': await makeToken(desk, agent, ['TICKETS_READ']),
    'token that reads people': await makeToken(desk, agent, ['TICKETS_READ', 'PEOPLE_READ']),
    'token that only writes': await makeToken(desk, agent, ['TICKETS_WRITE']),
    'bad token': { authorization: 'Bearer rd_nothing' },
  };
  return { callers, people };
}

/** A request as it goes over the wire. */
function post({ query, variables }: Asked, by: Credentials): string {
  const body = JSON.stringify({ query, variables });
  const headers = { host: 'localhost', 'content-type': 'application/json', 'content-length': `${body.length}`, ...by };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST /graphql HTTP/1.1\r\n${lines.join('')}\r\n${body}`;
}

/** Lists are written from the bytes of rows where they can be; nobody may be able to tell by an answer. */
onServer('with fast reads and without', () => {
  let database: TestDatabase;
  let team: TwoWays;
  let open: TwoWays;
  let recorded: Asked[];
  let rest: Asked[];
  let callers: Record<string, Credentials>;
  beforeAll(async () => {
    database = await createTestDatabase();
    open = await startTwoWays(database, { ACCESS: 'open' });
    const lines = [...sampleTickets(60, { days: 90, seed: 11 })].map((ticket) => JSON.stringify(ticket));
    await open.ordinary.rest('POST', '/api/tickets/import/', lines.join('\n'), {
      'content-type': 'application/x-ndjson',
    });
    for (const ticket of hostile) {
      expect(await open.ordinary.rest('POST', '/api/tickets/', ticket)).toMatchObject({ status: 201 });
    }
    const { body: rows } = await open.ordinary.rest<ListedRow[]>('GET', '/api/tickets/');
    team = await startTwoWays(database, {});
    const known = await staff(team);
    callers = known.callers;
    recorded = recordedLists(rows, known.people);
    rest = recordedRest(rows);
  });
  afterAll(async () => {
    await team.close();
    await open.close();
    await database.close();
  });

  /** Interpreted first, and then as what repeats. */
  async function compare({ fast, ordinary }: TwoWays, by: Credentials, asked: Asked, times = 3): Promise<void> {
    const expected = await answerOf(ordinary, by, asked);
    for (let time = 0; time < times; time++) {
      expect({ asked, answer: await answerOf(fast, by, asked) }).toEqual({ asked, answer: expected });
    }
  }

  test('some two hundred recorded requests are answered alike, and most of them directly', async () => {
    expect(recorded.length).toBeGreaterThan(150);
    const before = await team.direct();
    for (const asked of recorded) await compare(team, callers.agent as Credentials, asked);
    expect((await team.direct()) - before).toBeGreaterThan(recorded.length * 2 * 0.7);
  });

  test('so are they to everybody on an open desk', async () => {
    for (const asked of recorded) await compare(open, {}, asked, 2);
  });

  test('every kind of caller gets what they may have, and no more', async () => {
    const sample = recorded.filter((_asked, index) => index % 6 === 0);
    for (const by of Object.values(callers)) for (const asked of sample) await compare(team, by, asked, 2);
  });

  test('REST shows tickets and pages of them alike, to whoever may see them', async () => {
    for (const asked of rest) await compare(open, {}, asked, 2);
    for (const by of Object.values(callers)) {
      for (const asked of rest.filter((_asked, index) => index % 5 === 0)) await compare(team, by, asked, 1);
    }
  });

  test("the web client's inbox is answered directly", async () => {
    const before = await team.direct();
    const variables = { first: 50, number: 0, byNumber: false, filter: { status: ['OPEN'] } };
    for (let time = 0; time < 3; time++) {
      await compare(team, callers.admin as Credentials, { path: '/graphql', query: inboxQuery(), variables }, 1);
    }
    expect((await team.direct()) - before).toBeGreaterThanOrEqual(2);
  });

  test('random documents are answered alike', async () => {
    await fc.assert(
      fc.asyncProperty(randomList, (asked) => compare(team, callers.agent as Credentials, asked, 2)),
      { numRuns: 250 },
    );
  });

  test('many at once, some of whom leave, each get their own answer', async () => {
    const query =
      'query ($first: Int) { tickets(first: $first) { totalCount edges { cursor node { id description preview assignee { displayName } } } pageInfo { endCursor } } }';
    const sizes = [1, 7, 50, 71];
    const asked = (first: number): Asked => ({ path: '/graphql', query, variables: { first } });
    const expected = new Map<number, string>();
    for (const first of sizes)
      expected.set(first, await answerOf(team.ordinary, callers.agent as Credentials, asked(first)));
    for (let round = 0; round < 8; round++) {
      await Promise.all(
        Array.from({ length: 60 }, async (_, index) => {
          const first = sizes[(index * 7 + round) % (round % 2 ? 2 : sizes.length)] as number;
          if (index % 9 !== 8) {
            expect(await answerOf(team.fast, callers.agent as Credentials, asked(first))).toBe(expected.get(first));
            return;
          }
          const socket = await openConnection(team.fast.url);
          socket.write(post(asked(first), callers.agent as Credentials));
          await setTimeoutAsync(index % 5);
          socket.destroy();
        }),
      );
    }
  });
});

onServer.each([['57014'], ['57P03'], ['XX000'], ['40001']])('a database that answers %s', (sqlState) => {
  test('is told of alike', async () => {
    const database = await createFailingDatabase(sqlState);
    const { fast, ordinary, close } = await startTwoWays(database, {});
    // One statement each: of two that fail, an answer may tell either or both.
    for (const query of [
      '{ tickets { edges { node { id } } pageInfo { endCursor } } }',
      '{ a: tickets(first: 1) { pageInfo { hasNextPage } edges { cursor } } }',
      '{ tickets { totalCount } }',
      '{ tickets(filter: { status: [OPEN] }) { x: edges { node { assignee { id } } } } }',
    ]) {
      const asked = { path: '/graphql', query };
      const expected = await answerOf(ordinary, {}, asked);
      for (let time = 0; time < 3; time++) expect(await answerOf(fast, {}, asked)).toBe(expected);
    }
    await close();
    await database.close();
  });
});

/** All connections of the desks but the one that sends it. */
const cut = `select pg_terminate_backend(pid) from pg_stat_activity
  where application_name = 'relaydesk' and pid <> pg_backend_pid() and datname = current_database()`;

onServer('a connection that is cut while rows come', () => {
  test('costs one answer, and the next is whole', async () => {
    const database = await createTestDatabase();
    const { fast, ordinary, close } = await startTwoWays(database, {});
    await fast.rest('POST', '/api/tickets/', hostile[0]);
    const asked = { path: '/graphql', query: '{ tickets { edges { node { id description } } } }' };
    const expected = await answerOf(ordinary, {}, asked);
    for (let time = 0; time < 2; time++) expect(await answerOf(fast, {}, asked)).toBe(expected);
    const answers = Array.from({ length: 20 }, () => answerOf(fast, {}, asked));
    await withDataSource(database, (dataSource) => dataSource.query(cut));
    for (const answer of await Promise.all(answers)) {
      expect(answer === expected || answer.includes('"code":"UNAVAILABLE"')).toBe(true);
    }
    await eventually(async () => (await answerOf(fast, {}, asked)) === expected);
    for (let time = 0; time < 20; time++) expect(await answerOf(fast, {}, asked)).toBe(expected);
    await close();
    await database.close();
  });
});
