import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';
import { statementsDuring } from './support/statements.js';

type Page = { tickets: { edges: unknown[] } };

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk();
  const create = (index: number) =>
    desk.rest('POST', '/api/tickets/', { title: `Ticket ${index}`, description: 'Cannot sign in.' });
  await Promise.all(Array.from({ length: 50 }, (_, index) => create(index)));
});
afterAll(() => desk.close());

test.each([
  ['their events', 'events(first: 10) { edges { node { id type } } pageInfo { hasNextPage } }'],
  ['their suggestions', 'suggestion { id engine category { value outcome } }'],
  ['how many events they have', 'events(first: 1) { totalCount }'],
  [
    'what stands around a page of their events',
    'events(first: 1, after: "OTk5", before: "MA") { pageInfo { hasNextPage hasPreviousPage } }',
  ],
  ['both', 'events(last: 3) { edges { cursor node { id } } } suggestion { ticket { number } }'],
])('fifty tickets with %s cost as many statements as five, and few', async (_what, selection) => {
  const query = `query ($first: Int) { tickets(first: $first) { totalCount edges { node { number ${selection} } } } }`;
  // The folding of the counters and other work in the background may add one now and then: the least of three counts.
  const least = async (first: number) => {
    const counts: number[] = [];
    for (let attempt = 0; attempt < 3; attempt++) {
      const { answer, statements } = await statementsDuring(() => desk.graphql<Page>(query, { first }));
      expect(answer.data.tickets.edges).toHaveLength(first);
      counts.push(statements.length);
    }
    return Math.min(...counts);
  };
  const few = await least(5);
  expect(few).toBeGreaterThan(0);
  expect(few).toBeLessThanOrEqual(8);
  expect(await least(50)).toBe(few);
});
