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
beforeAll(async () => {
  const database = await createTestDatabase();
  await withDataSource(database, (dataSource) => dataSource.query(signed(insert)));
  desk = await startDesk({}, database);
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
