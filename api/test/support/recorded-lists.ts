/** Requests for lists of tickets, of every kind that clients send: recorded once, to be answered alike ever after. */
import { type Asked, inboxQuery } from './two-ways.js';

export type ListedRow = {
  readonly id: number;
  readonly created_at: string;
  readonly updated_at: string;
  readonly priority: string;
};

const parameters =
  '$filter: TicketFilter, $orderBy: TicketOrder, $first: Int, $after: String, $last: Int, $before: String';
const given = 'filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before';
const facts = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

const plain = `query (${parameters}) { tickets(${given}) { ${facts}
  edges { cursor node { id number title description category priority status createdAt } } } }`;
const everything = `query (${parameters}) { tickets(${given}) { totalCount edges { node { __typename id number title preview
  description category priority status version createdAt updatedAt resolvedAt requesterProven waitingOn waitingSince
  firstResponseAt messageCount isSnoozed snoozedUntil assignee { id displayName handle email role active createdAt } team { id name handle }
  requester { __typename id displayName externalId note blocked } } cursor __typename } ${facts} __typename } }`;
const few = `query (${parameters}) { tickets(${given}) { edges { node { preview updatedAt } cursor } } }`;

export const base64url = (text: string) => Buffer.from(text).toString('base64url');

export const sorts = { CREATED_AT: 'created_at', UPDATED_AT: 'updated_at', PRIORITY: 'priority' } as const;

/** `people`: global ids. */
export function recordedLists(
  rows: readonly ListedRow[],
  people: Record<'user' | 'team' | 'requester', string>,
): Asked[] {
  const [newest, oldest] = [rows[12], rows[40]] as [ListedRow, ListedRow];
  const ask = (query: string, variables: object = {}, headers = {}): Asked => ({
    path: '/graphql',
    query,
    variables,
    headers,
  });
  const range = { from: oldest.created_at, to: newest.created_at };
  const filters = [
    {},
    null,
    { category: ['TECHNICAL'] },
    { status: ['OPEN', 'RESOLVED'], priority: ['HIGH', 'MEDIUM'] },
    { createdAt: range, category: ['BILLING', 'TECHNICAL'] },
    { resolvedAt: { from: oldest.created_at } },
    { assignee: { ids: [people.user] } },
    { assignee: { me: true, none: true } },
    { assignee: { ids: [], none: false } },
    { teamId: [people.team, 'nonsense'] },
    { requesterId: people.requester },
    { waitingOn: ['TEAM', 'NOBODY'] },
    { suggestionSource: ['LOCAL'], suggestionOutcome: ['ACCEPTED'] },
    { search: 'the IN' },
    { search: ' ' },
  ];
  const orders = [...Object.keys(sorts), 'WAITING_SINCE', 'URGENCY'].flatMap((field) =>
    ['ASC', 'DESC'].map((direction) => ({ field, direction })),
  );
  const ordered = orders.flatMap((orderBy) => {
    const sort = sorts[orderBy.field as keyof typeof sorts];
    const after = sort
      ? base64url(`${newest.id}:${newest[sort]}`)
      : base64url(`${newest.id}:${orderBy.direction === 'ASC' ? '' : '-'}infinity`);
    const pages = [
      { first: 9, after },
      { first: 4, after, before: after },
      { last: 9, before: after },
      { last: 5 },
      { last: 3, after },
      { first: 100 },
      { first: 0 },
      {},
    ];
    return pages.map((page, index) => ask(index % 2 ? plain : everything, { orderBy, ...page }));
  });
  const filtered = filters.flatMap((filter) => [
    ask(everything, { filter, first: 7 }),
    ask(few, { filter, last: 6 }),
    ask(plain, { filter, first: 5, orderBy: { field: 'UPDATED_AT', direction: 'ASC' } }),
  ]);
  const inbox = [
    { first: 50 },
    { first: 20, filter: { status: ['OPEN', 'IN_PROGRESS'] }, orderBy: { field: 'WAITING_SINCE', direction: 'ASC' } },
    { first: 20, after: base64url(`${newest.id}:${newest.created_at}`), filter: { priority: ['HIGH'] } },
    { first: 20, filter: { assignee: { none: true } } },
  ].map((variables) => ask(inboxQuery(), { number: 0, byNumber: false, ...variables }));
  return [
    ...ordered,
    ...filtered,
    ...inbox,
    ask(inboxQuery(), { first: 9, number: 3, byNumber: true }),
    ...special.map(([query, variables, headers]) => ask(query, variables, headers)),
    ...gets,
  ];
}

const node = 'edges { node { id title } }';

/** Spelling, refusals, and what no list is written for. */
const special: readonly [query: string, variables?: object, headers?: Record<string, string>][] = [
  [`{ tickets { ${node} } }`],
  [`{ one: tickets(first: 2) { ${node} } two: tickets(last: 2) { edges { cursor } } }`],
  [`{ __typename tickets(first: 1) { __typename ${node} } kind: __typename }`],
  [
    '{ a: tickets(first: 3) { b: edges { c: node { d: id e: id f: title g: __typename } h: cursor } i: pageInfo { j: endCursor } k: totalCount } }',
  ],
  [
    '{ tickets(first: 3) { edges { node { id } } edges { cursor node { title id } } pageInfo { endCursor } ...More } } fragment More on TicketConnection { edges { node { ...Both number } } pageInfo { hasNextPage endCursor } } fragment Both on Node { id ... on Ticket { id version } ... on User { handle } }',
  ],
  [
    'query ($on: Boolean!, $off: Boolean = false) { tickets(first: 2) { edges { node { id title @include(if: $on) status @skip(if: $on) } cursor @include(if: $off) } pageInfo @skip(if: $on) { endCursor } } }',
    { on: true },
  ],
  [
    'query ($on: Boolean!, $off: Boolean = false) { tickets(first: 2) { edges { node { id title @include(if: $on) status @skip(if: $on) } cursor @include(if: $off) } pageInfo @skip(if: $on) { endCursor } } }',
    { on: false, off: true },
  ],
  [
    'query ($a: Boolean!, $b: Boolean!, $c: Boolean!, $d: Boolean!) { tickets(first: 2) { edges { node { id @include(if: $a) title @include(if: $b) status @skip(if: $c) version @skip(if: $d) } } } }',
    { a: true, b: false, c: true, d: false },
  ],
  ['{ tickets(first: 2) { edges { node { id @skip(if: true) } } } }'],
  ['{ tickets(first: 2) { edges { node { id @skip(if: true) title @include(if: true) } } } }'],
  ['{ tickets(first: 2) { edges @include(if: false) { cursor } totalCount } }'],
  ['{ tickets { totalCount } }'],
  [
    '{ tickets(first: 0) { totalCount edges { cursor } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }',
  ],
  [
    '{ tickets(first: 2, filter: { category: [TECHNICAL], status: [] }, orderBy: { field: PRIORITY, direction: ASC }) { edges { node { priority } } } }',
  ],
  [
    'query ($first: Int = 3, $status: [TicketStatus!] = [OPEN]) { tickets(first: $first, filter: { status: $status }) { edges { node { status } } } }',
  ],
  [
    'query ($first: Int = 3, $status: [TicketStatus!] = [OPEN]) { tickets(first: $first, filter: { status: $status }) { edges { node { status } } } }',
    { first: null, status: ['CLOSED'] },
  ],
  ['query ($first: Int!) { tickets(first: $first) { edges { node { id resolvedAt } } } }', { first: 20 }],
  ['query ($first: Int!) { tickets(first: $first) { edges { node { id } } } }', { first: 'x' }],
  ['query ($first: Int!) { tickets(first: $first) { edges { node { id } } } }'],
  ['query ($first: Int) { tickets(first: $first) { edges { node { id } } } }', { first: 101 }],
  ['query ($first: Int) { tickets(first: $first) { edges { node { id } } } }', { first: -1 }],
  ['{ tickets(first: 1, last: 1) { edges { node { id } } } }'],
  ['query ($after: String) { tickets(first: 5, after: $after) { edges { node { id } } } }', { after: 'nonsense' }],
  ['query ($after: String) { tickets(first: 5, after: $after) { edges { node { id } } } }', { after: '' }],
  ['{ tickets(first: 2) { edges { node { id nope } } } }'],
  [
    '{ tickets(first: 100) { edges { node { id requester { tickets(first: 100) { edges { node { id requester { tickets(first: 100) { edges { node { id } } } } } } } } } } } }',
  ],
  ['{ tickets(first: 2) { edges { node { id events(first: 2) { edges { node { id } } } } } } }'],
  ['{ tickets(first: 2) { edges { node { requester { emails { address } } } } } }'],
  ['{ tickets(first: 2) { edges { node { assignee { openTicketCount } team { members { user { id } } } } } } }'],
  ['{ tickets(first: 5) { edges { node { assignee { id ... on User { handle } ... on Actor { displayName } } } } } }'],
  ['{ ticket(number: 3) { id title } tickets(first: 1) { edges { cursor } } }'],
  ['{ tickets(first: 1) { edges { cursor } } viewer { __typename } }'],
  ['query Named { tickets(first: 2) { edges { node { id } } } }', {}, { 'apollographql-client-name': 'relaydesk-web' }],
  ...['', 'application/json', 'application/graphql-response+json', 'text/html', '*/*'].map(
    (accept): [string, object, Record<string, string>] => [`{ tickets(first: 4) { ${node} } }`, {}, { accept }],
  ),
];

const address = (query: string) => `/graphql?query=${encodeURIComponent(query)}`;
const gets: readonly Asked[] = [
  {
    path: address('{ tickets(first: 4) { edges { node { id description } } } }'),
    headers: { 'apollo-require-preflight': '1' },
  },
  { path: address('{ tickets(first: 4) { edges { node { id description } } } }') },
  {
    path: address('{ tickets(first: 1) { edges { node { id } } } }'),
    headers: { accept: 'application/json', 'apollo-require-preflight': '1' },
  },
];
