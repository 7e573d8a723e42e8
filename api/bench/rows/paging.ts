/** Pages far down against the first, with and without a filter, in both directions; and what a total costs. */
import { ask } from '../support/ask.js';
import type { Bench } from '../support/bench.js';
import { type Figure, figuresOf, interleave, ratio } from '../support/figures.js';
import { load } from '../support/load.js';
import { type Server, startServer } from '../support/servers.js';

const pageSize = 50;
const deepest = 10_000;
const connections = 4;

const filters = {
  'all tickets': {},
  'one category and status': { category: ['TECHNICAL'], status: ['CLOSED'] },
};

/** Whoever pages onwards asks what follows, and whoever pages back what precedes. */
const page = (
  facts: string,
) => `query ($filter: TicketFilter, $first: Int, $after: String, $last: Int, $before: String) {
  tickets(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    edges { cursor node { id number title category priority status createdAt } }
    pageInfo { ${facts} }
  } }`;
const onwardsPage = page('hasNextPage endCursor');
const backPage = page('hasPreviousPage startCursor');

const walk = `query ($filter: TicketFilter, $after: String) {
  tickets(filter: $filter, first: 100, after: $after) { pageInfo { endCursor } } }`;

const total = `query ($filter: TicketFilter) { tickets(filter: $filter) { totalCount } }`;

export async function measurePaging({ place, rounds, seconds }: Bench): Promise<Figure[]> {
  const server = await startServer('Relaydesk', place);
  const figures: Figure[] = [];
  for (const [name, filter] of Object.entries(filters)) {
    const { tickets } = await ask<{ tickets: { totalCount: number } }>(server, total, { filter });
    const deep = Math.min(deepest, Math.floor((tickets.totalCount * 0.8) / pageSize));
    const cursor = await cursorAt(server, filter, deep * pageSize);
    const onwards = `page ${deep} of ${name}`;
    const back = `page ${deep} of ${name}, backwards`;
    const time = (query: string, variables: object) => () =>
      millisecondsOf(server, query, { filter, ...variables }, seconds);
    const times = await interleave(rounds, {
      [`page 1 of ${name}`]: time(onwardsPage, { first: pageSize }),
      [onwards]: time(onwardsPage, { first: pageSize, after: cursor }),
      [back]: time(backPage, { last: pageSize, before: cursor }),
      [`total of ${name}`]: time(total, {}),
    });
    for (const far of [onwards, back]) figures.push(ratio(times, far, `page 1 of ${name}`, { atMost: 1.3 }));
    figures.push(...figuresOf(times, 'ms'));
  }
  await server.stop();
  return figures;
}

/** One request after the other, over few connections. */
async function millisecondsOf(server: Server, query: string, variables: object, seconds: number): Promise<number> {
  const { perSecond } = await load(server, { path: '/graphql', body: { query, variables } }, seconds, connections);
  return (connections / perSecond) * 1_000;
}

type End = { tickets: { pageInfo: { endCursor: string } } };

async function cursorAt(server: Server, filter: object, position: number): Promise<string> {
  let cursor: string | null = null;
  for (let passed = 0; passed < position; passed += 100) {
    const end: End = await ask<End>(server, walk, { filter, after: cursor });
    cursor = end.tickets.pageInfo.endCursor;
  }
  return cursor ?? '';
}
