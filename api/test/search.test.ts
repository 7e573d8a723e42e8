import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestDatabase, withDataSource } from './support/database.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { signed } from './support/signature.js';
import { beforeStatements } from './support/statements.js';

/** What is too short for the search index is looked for in a window of the newest tickets, then in wider ones. */
const tickets = 700;
/** Counted from the newest: two are on either side of where the first window ends. */
const matches = [500, 501, 600];

const insert = `insert into ticket (title, description, category, priority, created_at)
  select case when ${tickets} - n + 1 = any('{${matches}}') then 'zq' else 'T' end, 'd', 'general', 'low',
    now() - interval '1 hour' * (${tickets} - n + 1) from generate_series(1, ${tickets}) n`;

let desk: TestDesk;
/** A desk with these tickets. */
async function filledDesk(statements: string[] = [], settings: Record<string, string> = {}): Promise<TestDesk> {
  const database = await createTestDatabase();
  await withDataSource(database, async (dataSource) => {
    for (const statement of [signed(insert), ...statements]) await dataSource.query(statement);
  });
  return startDesk(settings, database);
}

beforeAll(async () => {
  desk = await filledDesk();
});
afterAll(() => desk.close());

type Found = { tickets: { edges: { node: { number: number } }[] } };

test.each([
  ['comes', `insert into ticket (title, description, category, priority) values ('T', 'd', 'general', 'low')`],
  ['goes', `delete from ticket where number = (select max(number) from ticket where title = 'T')`],
])('a ticket that %s while a search reads on makes it neither repeat nor miss a match', async (_what, change) => {
  const changes: Promise<unknown>[] = [];
  let reads = 0;
  const { data } = await beforeStatements(
    () => desk.graphql<Found>('{ tickets(filter: { search: "zq" }, first: 20) { edges { node { number } } } }'),
    ({ text }, client) => {
      if (text.includes('like search_pattern') && ++reads === 2) changes.push(client.query(signed(change)));
    },
  );
  await Promise.all(changes);
  expect(changes).not.toEqual([]);
  expect(data.tickets.edges.map(({ node }) => node.number)).toEqual(matches.map((position) => tickets - position + 1));
});

test('a match that changes its place while a search reads on is found once', async () => {
  const [last] = matches.map((position) => tickets - position + 1).slice(-1);
  const changes: Promise<unknown>[] = [];
  let reads = 0;
  const query =
    '{ tickets(filter: { search: "zq" }, first: 20, orderBy: { field: UPDATED_AT, direction: DESC }) { edges { node { number } } } }';
  const { data } = await beforeStatements(
    () => desk.graphql<Found>(query),
    ({ text }, client) => {
      const change = `update ticket set priority = 'high', updated_at = now() + interval '1 second' where number = ${last}`;
      if (text.includes('like search_pattern') && ++reads === 2) changes.push(client.query(signed(change)));
    },
  );
  await Promise.all(changes);
  expect(changes).not.toEqual([]);
  const numbers = data.tickets.edges.map(({ node }) => node.number);
  expect(numbers).toHaveLength(matches.length);
  expect(numbers[0]).toBe(last);
});

test('a search that takes too long says how to narrow it, through either door', async () => {
  const slow = await filledDesk(
    [
      'alter function search_pattern(text) rename to quick_search_pattern',
      `create function search_pattern(words text) returns text language plpgsql volatile as
        'begin perform pg_sleep(0.001); return quick_search_pattern(words); end'`,
    ],
    { SEARCH_TIME_LIMIT_MS: '500' },
  );
  const message = 'The search took longer than 0.5 seconds. Use longer words, add a filter, or try again in a moment.';
  const page = await slow.rest('GET', '/api/tickets/?search=qz&limit=20');
  expect({ status: page.status, body: page.body }).toEqual({ status: 400, body: { search: [message] } });
  const { errors } = await slow.graphql('{ tickets(filter: { search: "qz" }) { edges { node { id } } } }');
  expect(errors).toMatchObject([{ message: `\`search\`: ${message}`, extensions: { code: 'BAD_USER_INPUT' } }]);
  const counted = await slow.graphql<{ tickets: { totalCount: number | null } }>(
    '{ tickets(filter: { search: "qz" }) { totalCount } }',
  );
  expect(counted).toMatchObject({ data: { tickets: { totalCount: null } } });
  await slow.close();
});
