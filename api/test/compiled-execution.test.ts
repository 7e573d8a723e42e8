import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';

/**
 * The first use of an operation runs on graphql-js, later uses run compiled. Whatever is asked, the bytes of the
 * answers must be the same.
 */
let desk: TestDesk;
const ids: string[] = [];
beforeAll(async () => {
  desk = await startDesk({ METRICS_PORT: '0' });
  for (const title of ['Printer', 'Invoice', 'Login', 'Wish', 'Outage']) {
    await desk.rest('POST', '/api/tickets/', { title, description: `About ${title}.`, category: 'technical' });
  }
  const { data } = await desk.graphql<{ tickets: { edges: { node: { id: string } }[] } }>(
    '{ tickets(first: 5) { edges { node { id } } } }',
  );
  ids.push(...data.tickets.edges.map(({ node }) => node.id));
});
afterAll(() => desk.close());

const ticket = 'tickets(first: 2) { edges { node';
type Case = [what: string, query: string, variables?: () => object];
const unknownIds = () => ({ ids: [ids[0], 'garbage', ids[1]] });

const cases: Case[] = [
  ['plain fields', `{ ${ticket} { number title status createdAt resolvedAt } } } }`],
  [
    'aliases of one field',
    `{ a: tickets(first: 1) { edges { node { t: title u: title } } } b: tickets(last: 1) { edges { cursor } } }`,
  ],
  [
    '__typename everywhere',
    `{ __typename tickets(first: 1) { __typename edges { __typename node { __typename } } pageInfo { __typename } } }`,
  ],
  ['a named fragment', `query { ${ticket} { ...F } } } } fragment F on Ticket { number title }`],
  [
    'nested fragments',
    `query { ${ticket} { ...A } } } } fragment A on Ticket { number ...B } fragment B on Ticket { title events(first: 1) { edges { node { type } } } }`,
  ],
  ['previews without descriptions', `{ ${ticket} { number preview } } } }`],
  [
    'previews, and descriptions in a fragment',
    `{ ${ticket} { preview ...F } } } } fragment F on Ticket { text: description }`,
  ],
  ['inline fragments', `{ ${ticket} { ... { number } ... on Ticket { title } ... on Node { id } } } } }`],
  [
    'the same field from two fragments',
    `{ ${ticket} { ...A ...B } } } } fragment A on Ticket { events(first: 1) { edges { node { type } } } } fragment B on Ticket { events(first: 1) { edges { cursor } } }`,
  ],
  [
    'node by interface',
    'query ($id: ID!) { node(id: $id) { __typename id ... on Ticket { number } ... on TicketEvent { type } } }',
    () => ({ id: ids[0] }),
  ],
  ['nodes with holes', 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on Ticket { number } } }', unknownIds],
  [
    'nodes by another type',
    'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on TriageSuggestion { engine } } }',
    unknownIds,
  ],
  [
    '@include true',
    'query ($yes: Boolean!) { ticketStats { totalCount openCount @include(if: $yes) } }',
    () => ({ yes: true }),
  ],
  [
    '@include false',
    'query ($yes: Boolean!) { ticketStats { totalCount openCount @include(if: $yes) } }',
    () => ({ yes: false }),
  ],
  [
    '@skip on a fragment',
    `query ($yes: Boolean!) { ${ticket} { number ...F @skip(if: $yes) } } } } fragment F on Ticket { title }`,
    () => ({ yes: true }),
  ],
  [
    '@skip and @include together',
    'query ($a: Boolean!, $b: Boolean!) { ticketStats { totalCount @skip(if: $a) @include(if: $b) openCount } }',
    () => ({ a: false, b: true }),
  ],
  ['a literal @skip', '{ ticketStats { totalCount @skip(if: true) openCount @include(if: true) } }'],
  ['a default variable', 'query ($first: Int = 2) { tickets(first: $first) { edges { node { number } } } }'],
  [
    'a default variable overridden',
    'query ($first: Int = 2) { tickets(first: $first) { edges { node { number } } } }',
    () => ({ first: 1 }),
  ],
  [
    'a default variable set to null',
    'query ($first: Int = 2) { tickets(first: $first) { edges { node { number } } } }',
    () => ({ first: null }),
  ],
  [
    'a variable left out',
    'query ($first: Int, $after: String) { tickets(first: $first, after: $after) { edges { cursor } } }',
    () => ({ first: 3 }),
  ],
  ['a required variable left out', 'query ($id: ID!) { node(id: $id) { id } }'],
  [
    'a variable of the wrong type',
    'query ($first: Int) { tickets(first: $first) { edges { cursor } } }',
    () => ({ first: 'two' }),
  ],
  [
    'a number too large for Int',
    'query ($first: Int) { tickets(first: $first) { edges { cursor } } }',
    () => ({ first: 2 ** 40 }),
  ],
  [
    'an enum that does not exist',
    'query ($filter: TicketFilter) { tickets(first: 1, filter: $filter) { totalCount } }',
    () => ({ filter: { status: ['GONE'] } }),
  ],
  [
    'an unknown input field',
    'query ($filter: TicketFilter) { tickets(first: 1, filter: $filter) { totalCount } }',
    () => ({ filter: { colour: 'red' } }),
  ],
  [
    'one value for a list',
    'query ($filter: TicketFilter) { tickets(first: 1, filter: $filter) { totalCount } }',
    () => ({ filter: { status: 'OPEN' } }),
  ],
  [
    'variables inside a literal',
    'query ($s: TicketStatus!) { tickets(first: 1, filter: { status: [$s], category: TECHNICAL }) { totalCount } }',
    () => ({ s: 'OPEN' }),
  ],
  [
    'a literal order',
    '{ tickets(first: 3, orderBy: { field: PRIORITY, direction: ASC }) { edges { node { number } } } }',
  ],
  ['an argument refused by the service', '{ tickets(first: -1) { totalCount } }'],
  ['an argument refused beside another field', '{ ticketStats { totalCount } tickets(first: 101) { totalCount } }'],
  ['a garbage cursor', '{ tickets(first: 1, after: "x") { totalCount } }'],
  ['a refusal deep in a list', `{ ${ticket} { number events(first: -1) { edges { cursor } } } } } }`],
  [
    'connections in connections',
    `{ ${ticket} { events(first: 2) { totalCount edges { node { ticket { number events(last: 1) { edges { node { type } } } } } } } } } } }`,
  ],
  ['a back reference', `{ ${ticket} { suggestion { engine ticket { number suggestion { engine } } } } } } }`],
  ['an unknown ticket', '{ ticket(number: 9999) { title } }'],
  [
    'a ticket by number',
    'query ($n: Int!) { ticket(number: $n) { title suggestion { category { value } } } }',
    () => ({ n: 1 }),
  ],
  [
    'statistics',
    '{ ticketStats(days: 7, timeZone: "Europe/Berlin") { totalCount byStatus { status count } perDay { date created } period { created } } }',
  ],
  ['statistics of an unknown time zone', '{ ticketStats(days: 7, timeZone: "Mars/Base") { totalCount } }'],
  ['the report card', '{ ticketStats { triage { outcomes { source } confusion { count } } } }'],
  [
    'introspection',
    '{ __schema { queryType { name } types { name kind fields { name type { name ofType { name } } } } } }',
  ],
  [
    'introspection of one type',
    'query ($name: String!) { __type(name: $name) { name enumValues { name } } }',
    () => ({ name: 'TicketStatus' }),
  ],
  ['introspection beside data', '{ __type(name: "Ticket") { name } ticketStats { totalCount } }'],
  ['one of two operations', 'query A { ticketStats { totalCount } } query B { ticketStats { openCount } }'],
  [
    'a mutation refused',
    'mutation ($input: UpdateTicketInput!) { updateTicket(input: $input) { ticket { id } userErrors { code path message } } }',
    () => ({ input: { id: ids[0], title: '' } }),
  ],
  [
    'a mutation of nothing',
    'mutation { deleteTicket(input: { id: "garbage" }) { deletedTicketId userErrors { code path } } }',
  ],
  [
    'mutations in order',
    'mutation ($id: ID!) { a: updateTicket(input: { id: $id, title: "" }) { userErrors { path } } b: deleteTicket(input: { id: "no" }) { userErrors { code } } }',
    () => ({ id: ids[0] }),
  ],
  ['an unknown field', '{ tickets { colour } }'],
  ['no selection', '{ tickets }'],
];

/** The answer as it came, without what differs from request to request. */
async function answerOf(query: string, variables: object): Promise<string> {
  const response = await fetch(`${desk.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables, ...(query.startsWith('query A') ? { operationName: 'B' } : {}) }),
  });
  expect(response.status).toBeLessThan(500);
  return `${response.status} ${(await response.text()).replace(/"requestId":"[^"]*"/g, '')}`;
}

/** How many operations ran, by how, as the figures for monitoring tell. */
async function executions(): Promise<{ compiled: number; interpreted: number }> {
  const figures = await (await fetch(`${desk.metricsUrl}/metrics`)).text();
  const count = (how: string) => Number(new RegExp(`graphql_executions_total{how="${how}"} (\\d+)`).exec(figures)?.[1]);
  return { compiled: count('compiled'), interpreted: count('interpreted') };
}

test('the first run of an operation is interpreted, and every later one really is compiled', async () => {
  const before = await executions();
  const query = 'query Repeated($n: Int!) { ticket(number: $n) { number title } }';
  for (let n = 1; n <= 5; n++) await answerOf(query, { n });
  const after = await executions();
  expect(after).toEqual({ compiled: before.compiled + 4, interpreted: before.interpreted + 1 });
});

test.each(cases)('%s is answered alike by graphql-js and compiled', async (_what, query, variables = () => ({})) => {
  const interpreted = await answerOf(query, variables());
  expect(interpreted).toMatch(/"(data|errors)":/);
  expect(await answerOf(query, variables())).toBe(interpreted);
  expect(await answerOf(query, variables())).toBe(interpreted);
});
