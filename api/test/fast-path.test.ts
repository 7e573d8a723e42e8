import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { sampleTickets } from '../src/samples/sample-tickets.js';
import { TicketReader } from '../src/tickets/read/ticket-reader.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { EntityReader } from './support/entity-reader.js';

/** Reads go past TypeORM's entities, and repeated operations past graphql-js; what is answered must not show it. */
let desk: TestDesk;
let requests: Request[];
beforeAll(async () => {
  desk = await startDesk();
  const lines = [...sampleTickets(60, { days: 90, seed: 7 })].map((ticket) => JSON.stringify(ticket));
  await desk.rest('POST', '/api/tickets/import/', lines.join('\n'), { 'content-type': 'application/x-ndjson' });
  for (const id of [3, 14, 15])
    await desk.rest('PATCH', `/api/tickets/${id}/`, { title: `Ünicode "${id}"\n\u2028 <b>` });
  requests = recorded((await desk.rest<Row[]>('GET', '/api/tickets/')).body);
});
afterAll(() => desk.close());
afterEach(() => void jest.restoreAllMocks());

type Row = { id: number; priority: string; created_at: string; updated_at: string };
type Request = { readonly path: string; readonly variables?: object; readonly query?: string };

const list = `query ($filter: TicketFilter, $orderBy: TicketOrder, $first: Int, $after: String, $last: Int, $before: String) {
  tickets(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor node { __typename id number title description category priority status version createdAt updatedAt resolvedAt } } } }`;
const previews = `query ($first: Int, $filter: TicketFilter) { tickets(first: $first, filter: $filter) { edges { node { number preview } } } }`;
const one = 'query ($number: Int!) { ticket(number: $number) { id title preview version resolvedAt } }';
const nodes = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Ticket { number status createdAt } } }';

const base64url = (text: string) => Buffer.from(text).toString('base64url');

/** Some hundred, through both doors: every order, filters, pages both ways, single tickets, whole lists and exports. */
function recorded(rows: readonly Row[]): Request[] {
  const [newest, oldest] = [rows[12], rows[40]] as [Row, Row];
  const range = { from: oldest.created_at, to: newest.created_at };
  const filters = [
    {},
    { category: ['TECHNICAL'] },
    { status: ['OPEN', 'RESOLVED'], priority: ['HIGH', 'MEDIUM'] },
    { search: 'the IN' },
    { createdAt: range, category: ['BILLING', 'TECHNICAL'] },
    { search: 'ÜNICODE "1', status: ['OPEN', 'IN_PROGRESS', 'RESOLVED', 'CLOSED'] },
  ];
  const sorts = { CREATED_AT: 'created_at', UPDATED_AT: 'updated_at', PRIORITY: 'priority' } as const;
  const graphql = (query: string, variables: object): Request => ({ path: '/graphql', query, variables });
  const orders = Object.keys(sorts).flatMap((field) => ['ASC', 'DESC'].map((direction) => ({ field, direction })));
  const lists = orders.flatMap((orderBy) => {
    const cursor = (row: Row) => base64url(`${row.id}:${row[sorts[orderBy.field as keyof typeof sorts]]}`);
    const pages = [
      { first: 9, after: cursor(newest) },
      { last: 9, before: cursor(newest) },
      { last: 5 },
      { first: 100 },
    ];
    return [
      ...filters.map((filter) => ({ orderBy, filter, first: 7 })),
      ...pages.map((page) => ({ orderBy, ...page })),
    ];
  });
  const queries = [
    'category=billing',
    'status=open&priority=high',
    'search=the',
    `cursor=${base64url(`${newest.id}:${newest.created_at}`)}`,
  ];
  const paths = [
    ...queries.flatMap((query) => [`/api/tickets/?limit=4&${query}`, `/api/tickets/?limit=1000&${query}`]),
    ...['', '?category=technical', '?search=account', '?status=closed&search=zzqx'].map(
      (query) => `/api/tickets/${query}`,
    ),
    ...['', '?order=priority', '?order=-updated_at&status=open&status=closed', `?created_from=${range.from}`].map(
      (query) => `/api/tickets/export.csv${query}`,
    ),
    ...[1, 3, 15, 40, 60, 61].map((id) => `/api/tickets/${id}/`),
  ];
  return [
    ...lists.map((variables) => graphql(list, variables)),
    ...filters.map((filter) => graphql(previews, { first: 20, filter })),
    ...[1, 3, 14, 15, 30, 45, 60, 61, 0, -1].map((number) => graphql(one, { number })),
    ...[[1, 2, 3], [60, 999, 14], [15], [4, 4], [61], [7, 8], [20, 30], [59, 58]].map((ids) =>
      graphql(nodes, { ids: ids.map((id) => base64url(`Ticket:${id}`)) }),
    ),
    ...paths.map((path) => ({ path })),
  ];
}

/** Status, headers that tell of the data, and the body as it came. */
async function answerTo({ path, query, variables }: Request): Promise<string> {
  const response = await fetch(desk.url + path, {
    ...(query
      ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) }
      : {}),
  });
  const told = ['content-type', 'etag', 'link', 'x-total-count'].map((name) => response.headers.get(name));
  return `${response.status} ${told.join(' ')} ${await response.text()}`;
}

async function answers(): Promise<string[]> {
  const all: string[] = [];
  for (const request of requests) all.push(await answerTo(request));
  return all;
}

function readEntities(): void {
  const verbs = ['get', 'getMany', 'page', 'countedPage', 'stream', 'count'] as const;
  for (const verb of verbs) {
    jest.spyOn(TicketReader.prototype, verb).mockImplementation(function (this: TicketReader, ...given: unknown[]) {
      const { dataSource } = this as unknown as { dataSource: DataSource };
      const plain = new EntityReader(dataSource) as unknown as Record<string, (...given: unknown[]) => never>;
      return (plain[verb] as (...given: unknown[]) => never).apply(plain, given);
    });
  }
}

test('some hundred recorded requests are answered alike by prepared text rows and by entities, interpreted and compiled', async () => {
  expect(requests).toHaveLength(106);
  const fast = await answers();
  // One asks REST for a number that there is not.
  expect(fast.filter((answer) => answer.startsWith('200 '))).toHaveLength(105);
  expect(await answers()).toEqual(fast);
  readEntities();
  expect(await answers()).toEqual(fast);
});
