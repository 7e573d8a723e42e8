/** Documents that ask for lists of tickets in any way the schema lets them, and some in ways that it does not. */
import fc from 'fast-check';
import type { Asked } from './two-ways.js';

const leaves = [
  ...['id', 'number', 'title', 'description', 'preview', 'category', 'priority', 'status', 'version', 'createdAt'],
  ...['updatedAt', 'resolvedAt', 'requesterProven', 'waitingOn', 'waitingSince', 'firstResponseAt', 'messageCount'],
  ...['isSnoozed', 'snoozedUntil'],
  '__typename',
];
const people = ['id', 'displayName', 'handle', '__typename', 'role'];

const alias = fc.constantFrom('', '', '', 'a: ', 'b: ', 'title: ');
const directive = fc.constantFrom(
  '',
  '',
  '',
  '',
  ' @include(if: $yes)',
  ' @skip(if: $yes)',
  ' @include(if: $no)',
  ' @skip(if: false)',
);
const field = (names: readonly string[]) =>
  fc.tuple(alias, fc.constantFrom(...names), directive).map((parts) => parts.join(''));
const fields = (names: readonly string[], most = 6) =>
  fc.array(field(names), { minLength: 1, maxLength: most }).map((all) => all.join(' '));
const nested = (name: string, inner: fc.Arbitrary<string>) =>
  fc.tuple(alias, inner, directive).map(([as, selected, when]) => `${as}${name}${when} { ${selected} }`);
const joined = (...parts: fc.Arbitrary<string>[]) =>
  fc.array(fc.oneof(...parts), { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));

const node = joined(
  fields(leaves),
  fields(leaves),
  nested('assignee', fields(people.slice(0, 3), 3)),
  nested('requester', fields(['id', 'displayName', 'note', '__typename'], 3)),
  nested('team', fields(['id', 'name', 'handle'], 3)),
  fields(leaves, 3).map((inner) => `... on Ticket { ${inner} }`),
  fields(['id', '__typename'], 2).map((inner) => `... on Node { ${inner} }`),
  fc.constant('...Few'),
);
const edges = joined(nested('node', node), nested('node', node), field(['cursor', '__typename']));
const facts = fields(['hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor', '__typename'], 4);
const connection = joined(
  nested('edges', edges),
  nested('edges', edges),
  nested('pageInfo', facts),
  field(['totalCount', '__typename']),
);

const order = fc
  .tuple(
    fc.constantFrom('CREATED_AT', 'UPDATED_AT', 'PRIORITY', 'WAITING_SINCE', 'URGENCY'),
    fc.constantFrom('ASC', 'DESC'),
  )
  .map(([by, direction]) => `orderBy: { field: ${by}, direction: ${direction} }`);
const filter = fc.constantFrom(
  'filter: { status: [OPEN, RESOLVED] }',
  'filter: { priority: [HIGH], category: [TECHNICAL, BILLING] }',
  'filter: { assignee: { none: true, me: true } }',
  'filter: { waitingOn: [TEAM] }',
  'filter: { createdAt: { from: "2020-01-01T00:00:00Z" } }',
  'filter: { search: "the" }',
  'filter: { needsTriage: true }',
  'filter: $filter',
);
const page = fc.oneof(
  fc.integer({ min: 0, max: 12 }).map((size) => `first: ${size}`),
  fc.integer({ min: 0, max: 12 }).map((size) => `last: ${size}`),
  fc.constantFrom(
    'first: 101',
    'first: $size',
    'first: 3, last: 3',
    'after: "bad"',
    'first: 4, after: $after',
    'last: 4, before: $after',
    '',
  ),
);
const given = fc
  .tuple(fc.option(order, { nil: '' }), fc.option(filter, { nil: '' }), page)
  .map((all) => all.filter(Boolean).join(', '))
  .map((all) => (all ? `(${all})` : ''));
const list = fc.tuple(alias, given, connection).map(([as, args, selected]) => `${as}tickets${args} { ${selected} }`);

export const randomList: fc.Arbitrary<Asked> = fc
  .tuple(
    fc.array(list, { minLength: 1, maxLength: 2 }),
    fc.record({ yes: fc.boolean(), no: fc.boolean(), size: fc.constantFrom(null, 2, 5, 300) }),
    fc.constantFrom(null, { status: ['OPEN'] }, { priority: ['LOW', 'HIGH'], search: null }),
    fc.constantFrom(null, '', 'NDA6bm93'),
  )
  .map(([lists, variables, filter, after]) => ({
    path: '/graphql',
    query: `query ($yes: Boolean!, $no: Boolean!, $size: Int, $filter: TicketFilter, $after: String) {
      ${lists.join('\n')} used: ticket(number: 0) @skip(if: true) { ...Few }
      tickets @skip(if: true) { edges { node { version @include(if: $yes) @include(if: $no) } } }
      unused: tickets(first: $size, filter: $filter, after: $after) @skip(if: true) { edges { cursor } } }
    fragment Few on Ticket { id title status }`,
    variables: { ...variables, filter, after },
  }));
