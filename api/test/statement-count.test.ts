import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';
import { fewestStatements, statementsDuring } from './support/statements.js';
import { joinTeam } from './support/team.js';

type Page = { tickets: { edges: unknown[] } };

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk({}, undefined, { doesJobs: false });
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
  const cost = (first: number) =>
    fewestStatements(async () =>
      expect((await desk.graphql<Page>(query, { first })).data.tickets.edges).toHaveLength(first),
    );
  const few = await cost(5);
  expect(few).toBeGreaterThan(0);
  expect(few).toBeLessThanOrEqual(8);
  expect(await cost(50)).toBe(few);
});

test('whose session it is costs one statement a second, and none for each request', async () => {
  const own = await startDesk();
  try {
    const ada = await joinTeam(own, 'ada@example.org', '--admin');
    const query = '{ tickets(first: 50) { edges { node { number } } } }';
    const list = () => own.rest('POST', '/graphql', { query }, ada);
    expect((await list()).status).toBe(200);
    const begun = performance.now();
    const { statements } = await statementsDuring(async () => {
      for (let request = 0; request < 10; request++) expect((await list()).status).toBe(200);
    });
    const seconds = (performance.now() - begun) / 1_000;
    const lookups = statements.filter(({ text }) => text.includes('from session'));
    expect(lookups.length).toBeLessThanOrEqual(1 + seconds / 0.9);
    // The list itself, each time; nothing else is asked about accounts.
    expect(statements.filter(({ text }) => text.includes('from ticket'))).toHaveLength(10);
    expect(statements.filter(({ text }) => /account|api_token/.test(text))).toHaveLength(lookups.length);
  } finally {
    await own.close();
  }
});
