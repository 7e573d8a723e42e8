import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { startDesk, type TestDesk } from './support/desk.js';
import { type Door, graphqlDoor, type Known, type Outcome, restDoor } from './support/doors.js';

let desks: [TestDesk, TestDesk];
beforeAll(async () => {
  desks = [await startDesk(), await startDesk()];
});
afterAll(() => Promise.all(desks.map((desk) => desk.close())));

type Ticket = { id: number; created_at: string; updated_at: string; resolved_at: string | null };

const text = fc.oneof(
  { weight: 6, arbitrary: fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }) },
  { weight: 1, arbitrary: fc.constantFrom('', '  \u3000', 'nul\0', 'x'.repeat(201), '😀'.repeat(200), '\ud800') },
);
const fields = {
  title: text,
  description: text,
  category: fc.constantFrom('billing', 'technical', 'account', 'general'),
  priority: fc.constantFrom('low', 'medium', 'high', 'critical'),
  status: fc.constantFrom('open', 'in_progress', 'resolved', 'closed'),
};
const which = fc.nat(30);
const version = fc.constantFrom('any', 'known', 'stale');
const operation = fc.oneof(
  fc.record({ kind: fc.constant('create'), fields: fc.record(fields, { requiredKeys: ['title', 'description'] }) }),
  fc.record({ kind: fc.constant('update'), which, version, fields: fc.record(fields, { requiredKeys: [] }) }),
  fc.record({ kind: fc.constant('delete'), which, version }),
);
type Operation = { kind: string; fields?: object; which?: number; version?: string };

async function run(door: Door, operations: Operation[]): Promise<Outcome[]> {
  const known: Known[] = [];
  const outcomes: Outcome[] = [];
  for (const { kind, fields: given = {}, which: index = 0, version: wanted } of operations) {
    const at = known.length === 0 ? 0 : index % known.length;
    const ticket = known[at] ?? { id: 'VGlja2V0Ojk5OTk5OTk=', number: 9_999_999, version: 1 };
    const expected = wanted === 'any' ? null : ticket.version + (wanted === 'stale' ? 7 : 0);
    const outcome =
      kind === 'create'
        ? await door.create(given)
        : kind === 'update'
          ? await door.update(ticket, given, expected)
          : await door.delete(ticket, expected);
    if (outcome.kind === 'done') {
      const { fields: _fields, ...remembered } = outcome.ticket;
      if (kind === 'create') known.push(remembered);
      else known[at] = remembered;
    }
    outcomes.push(outcome);
  }
  return outcomes;
}

/** What both doors must agree on: numbers are the desk's own. */
const comparable = (outcome: Outcome) =>
  outcome.kind === 'done' ? { version: outcome.ticket.version, ...outcome.ticket.fields } : outcome;

async function rowsOf(desk: TestDesk) {
  const { body } = await desk.rest<Ticket[]>('GET', '/api/tickets/');
  return body
    .toSorted((a, b) => a.id - b.id)
    .map(({ id: _id, created_at: _created, updated_at: _updated, resolved_at, ...rest }) => ({
      ...rest,
      isResolved: resolved_at !== null,
    }));
}

const statsOf = async (desk: TestDesk) =>
  (await desk.rest<Record<string, Record<string, number>> & { total_tickets: number }>('GET', '/api/tickets/stats/'))
    .body;

test('the same operations through GraphQL and through REST leave the same tickets, refusals and figures', async () => {
  const [left, right] = desks;
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 5, maxLength: 25 }), async (operations) => {
      const [overRest, overGraphql] = await Promise.all([
        run(restDoor(left), operations),
        run(graphqlDoor(right), operations),
      ]);
      expect(overGraphql.map(comparable)).toEqual(overRest.map(comparable));
      expect(await rowsOf(right)).toEqual(await rowsOf(left));
      expect(await statsOf(right)).toEqual(await statsOf(left));
    }),
    { numRuns: 20 },
  );
});

const bulk = fc.record({
  count: fc.integer({ min: 1, max: 20 }),
  changes: fc.record({ status: fields.status, priority: fields.priority }, { requiredKeys: [] }),
  deletes: fc.boolean(),
});

type Bulk = { count: number; changes: Record<string, string>; deletes: boolean };

async function changeInBulk(desk: TestDesk, { count, changes, deletes }: Bulk) {
  type Page = { tickets: { edges: { node: { id: string } }[] } };
  const { data } = await desk.graphql<Page>(
    'query ($count: Int) { tickets(first: $count) { edges { node { id } } } }',
    {
      count,
    },
  );
  const ids = data.tickets.edges.map(({ node }) => node.id);
  if (ids.length === 0) return;
  const upper = Object.fromEntries(Object.entries(changes).map(([key, value]) => [key, value.toUpperCase()]));
  const [mutation, type, input] = deletes
    ? ['deleteTickets', 'DeleteTicketsInput', { ids }]
    : ['updateTickets', 'UpdateTicketsInput', { ids, ...upper }];
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { results { userErrors { code } } } }`;
  const { errors } = await desk.graphql(query, { input });
  expect(errors).toBeUndefined();
}

test('the figures equal a full count after any sequence, changes in bulk among them', async () => {
  const [desk] = desks;
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { maxLength: 15 }), fc.array(bulk, { maxLength: 3 }), async (single, many) => {
      await run(restDoor(desk), single);
      for (const one of many) await changeInBulk(desk, one);
      expectFullCount(await rowsOf(desk), await statsOf(desk));
    }),
    { numRuns: 15 },
  );
});

function expectFullCount(rows: object[], stats: Awaited<ReturnType<typeof statsOf>>): void {
  expect(stats.total_tickets).toBe(rows.length);
  for (const field of ['category', 'priority', 'status']) {
    for (const [value, count] of Object.entries(stats[`${field}_breakdown`] ?? {})) {
      const counted = rows.filter((row) => (row as Record<string, unknown>)[field] === value).length;
      expect([field, value, count]).toEqual([field, value, counted]);
    }
  }
}
