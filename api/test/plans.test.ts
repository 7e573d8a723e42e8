import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, withDataSource } from './support/database.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { signed } from './support/signature.js';
import { type PlanNode, plansDuring } from './support/statements.js';

/**
 * What the database really does for each request of a desk with 50,000 tickets: no request reads the table from end to
 * end, and none reads much more than it answers. Times belong to the benchmarks; rows are the same on every machine.
 */
const tickets = 50_000;

/** The newest tickets are one outage, told again and again in the same words. */
const outage = 3_000;

const fill = `
  insert into ticket (title, description, category, priority, status, created_at, resolved_at)
  select
    case when n > ${tickets - outage} then 'Broken mail gateway' else 'Ticket ' || n end,
    case when n > ${tickets - outage} then 'Nobody in the building can send mail.'
      else concat_ws(' ', 'It happened on floor', n % 97, 'again.',
        case when n % 3 = 0 then 'A refund is due.' end,
        case when n % 5000 = 0 then 'The zeppelin was late.' end,
        case when n % 400 = 0 then 'The turbine hums.' end) end,
    (enum_range(null::ticket_category))[1 + n % 4],
    case when n % 301 = 0 then 'critical' else (enum_range(null::ticket_priority))[1 + n / 4 % 3] end::ticket_priority,
    case when n % 10 < 7 then 'closed' when n % 103 = 0 then 'in_progress' else 'open' end::ticket_status,
    now() - interval '700 days' * (${tickets} - n) / ${tickets},
    case when n % 10 < 7 then now() - interval '700 days' * (${tickets} - n) / ${tickets} end
  from generate_series(1, ${tickets}) n`;

let desk: TestDesk;
beforeAll(async () => {
  const database = await createTestDatabase();
  await withDataSource(database, async (dataSource) => {
    await dataSource.query(signed(fill));
    await dataSource.query('select fold_ticket_counts()');
    await dataSource.query('vacuum analyze');
  });
  // What the desk does by itself reads tickets, too.
  desk = await startDesk({}, database, { doesJobs: false });
}, 120_000);
afterAll(() => desk.close());

function nodesOf(plan: PlanNode): PlanNode[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

function rowsRead(node: PlanNode): number {
  const perLoop =
    node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return perLoop * node['Actual Loops'];
}

/** Which indexes served a request, and how many tickets were fetched for it; rows of other tables count too. */
async function reading(request: () => Promise<{ errors?: unknown; status?: number }>) {
  const { answer, plans } = await plansDuring(request);
  expect(answer.errors).toBeUndefined();
  expect(answer.status ?? 200).toBe(200);
  const nodes = plans.flatMap(nodesOf);
  const scans = nodes.filter((node) => node['Node Type'].endsWith('Scan'));
  return {
    indexes: [...new Set(nodes.flatMap((node) => node['Index Name'] ?? []))],
    tableScans: scans.filter((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'ticket'),
    rows: scans.filter((node) => node['Relation Name'] === 'ticket').reduce((sum, node) => sum + rowsRead(node), 0),
  };
}

const list = (selection: string) =>
  `{ tickets(${selection}) { pageInfo { hasNextPage } edges { cursor node { id title } } } }`;

type Cursor = { tickets: { pageInfo: { endCursor: string } } };

async function cursorAt(position: number, filter = ''): Promise<string> {
  const query = (first: number, after: string | null) =>
    `{ tickets(first: ${first}, ${filter} ${after ? `after: "${after}"` : ''}) { pageInfo { endCursor } } }`;
  let cursor: string | null = null;
  for (let left = position; left > 0; left -= 100) {
    const { data }: { data: Cursor } = await desk.graphql<Cursor>(query(Math.min(left, 100), cursor));
    cursor = data.tickets.pageInfo.endCursor;
  }
  return cursor ?? '';
}

describe('at 50,000 tickets', () => {
  it.each([
    ['the newest', 'first: 50', 'ticket_by_created_at', 60],
    ['the oldest', 'last: 50', 'ticket_by_created_at', 60],
    ['the latest changed', 'first: 50, orderBy: { field: UPDATED_AT, direction: DESC }', 'ticket_by_updated_at', 60],
    ['the most urgent', 'first: 50, orderBy: { field: PRIORITY, direction: DESC }', 'ticket_by_priority', 60],
    [
      'those of a category and status',
      'first: 50, filter: { category: [BILLING], status: [IN_PROGRESS] }',
      'ticket_by_category_status',
      60,
    ],
    ['those of a status', 'first: 50, filter: { status: [IN_PROGRESS] }', 'ticket_by_status', 60],
    ['those of a priority', 'first: 50, filter: { priority: [CRITICAL] }', 'ticket_by_priority_created_at', 60],
  ])('%s are read from one index, and hardly more than are shown', async (_what, selection, index, most) => {
    const { indexes, tableScans, rows } = await reading(() => desk.graphql(list(selection)));
    expect(tableScans).toEqual([]);
    expect(indexes).toContain(index);
    expect(rows).toBeLessThanOrEqual(most);
  });

  // One in twenty is open and about billing: the planner may as well pass over the others.
  it.each([
    ['', 60],
    ['filter: { category: [BILLING], status: [OPEN] },', 1_500],
  ])('a page far down costs what the first costs (%s)', async (filter, most) => {
    const cursor = await cursorAt(2_000, filter);
    for (const window of [`first: 50, after: "${cursor}"`, `last: 50, before: "${cursor}"`]) {
      const { tableScans, rows } = await reading(() => desk.graphql(list(`${filter} ${window}`)));
      expect(tableScans).toEqual([]);
      expect(rows).toBeLessThanOrEqual(most);
    }
  });

  it('counts of any category, priority and status read no ticket', async () => {
    const query = '{ tickets(filter: { category: [BILLING], priority: [HIGH, LOW], status: [OPEN] }) { totalCount } }';
    const { rows, tableScans } = await reading(() => desk.graphql(query));
    expect({ rows, tableScans }).toEqual({ rows: 0, tableScans: [] });
  });

  it('headline statistics read no ticket, through either door', async () => {
    const query = '{ ticketStats { totalCount openCount averagePerDay byCategory { category count } } }';
    expect(await reading(() => desk.graphql(query))).toMatchObject({ rows: 0, tableScans: [] });
    expect(await reading(() => desk.rest('GET', '/api/tickets/stats/'))).toMatchObject({ rows: 0, tableScans: [] });
  });

  it('the figures of a window read its part of the indexes, and the age of the backlog none that is finished', async () => {
    const kinds = 'byStatus { count } byCategory { count } byPriority { count }';
    const ofWindow = await reading(() =>
      desk.graphql(`{ ticketStats(days: 7) { period { created ${kinds} } perDay { created resolved } } }`),
    );
    expect(ofWindow.tableScans).toEqual([]);
    // Some 500 tickets a week, counted by day, by category and status, and by priority; those resolved are read twice.
    expect(ofWindow.rows).toBeLessThanOrEqual(500 * 8);
    const ofBacklog = await reading(() => desk.graphql('{ ticketStats { backlogAge { count } } }'));
    expect(ofBacklog.tableScans).toEqual([]);
    expect(ofBacklog.indexes).toEqual(['ticket_unfinished']);
    expect(ofBacklog.rows).toBeLessThanOrEqual(tickets * 0.3 + 100);
  });

  it.each([
    ['a word of many', 'refund', 1],
    ['two words of many', 'refund floor', 1],
    ['a word of the newest', 'gateway', 1],
  ])('%s is found by reading the list from its top', async (_what, words) => {
    const { indexes, tableScans, rows } = await reading(() =>
      desk.graphql(list(`first: 20, filter: { search: "${words}" }`)),
    );
    expect(indexes).not.toContain('ticket_search');
    expect(tableScans).toEqual([]);
    expect(rows).toBeLessThanOrEqual(outage * 2 + 4_000);
  });

  it.each([
    ['a rare word', 'zeppelin', 9],
    ['a word that nobody wrote', 'xylophone', 0],
    ['a rare word and a common one', 'zeppelin floor', 9],
  ])('%s is found through the search index', async (_what, words, matches) => {
    const { indexes, tableScans, rows } = await reading(() =>
      desk.graphql(list(`first: 20, filter: { search: "${words}" }`)),
    );
    expect(indexes).toContain('ticket_search');
    expect(tableScans).toEqual([]);
    expect(rows).toBeLessThanOrEqual(500 + 2_000 + matches * 3);
  });

  it.each([
    ['zeppelin', '', (n: number) => n % 5_000 === 0],
    ['turbine', '', (n: number) => n % 400 === 0],
    ['TURBINE refund', '', (n: number) => n % 1_200 === 0],
    ['turbine', 'category: [ACCOUNT], ', (n: number) => n % 400 === 0 && n % 4 === 2],
    ['96 again turbine', '', (n: number) => n % 400 === 0 && (n % 97 === 96 || `${n}`.includes('96'))],
    ['ze', '', (n: number) => n % 5_000 === 0],
  ])('a search for %s finds all that match, in order, from either end (%s)', async (words, filter, matches) => {
    const expected = Array.from({ length: tickets - outage }, (_, index) => tickets - outage - index).filter(matches);
    const filtered = `filter: { ${filter} search: "${words}" }`;
    expect(await walk(filtered, 'first', 'after')).toEqual(expected);
    expect(await walk(filtered, 'last', 'before')).toEqual(expected);
  });
});

type Numbers = {
  tickets: {
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean };
    edges: { cursor: string; node: { number: number } }[];
  };
};

/** All numbers of a list, page by page from one of its ends. */
async function walk(filter: string, size: 'first' | 'last', bound: 'after' | 'before'): Promise<number[]> {
  const isForward = size === 'first';
  const found: number[] = [];
  for (let cursor: string | null = null; ; ) {
    const start: string = cursor ? `, ${bound}: "${cursor}"` : '';
    const { data, errors } = await desk.graphql<Numbers | null>(
      `{ tickets(${filter}, ${size}: 20 ${start}) { pageInfo { hasNextPage hasPreviousPage } edges { cursor node { number } } } }`,
    );
    if (!data) throw new Error(JSON.stringify(errors));
    const { edges, pageInfo } = data.tickets;
    const numbers = edges.map(({ node }) => node.number);
    if (isForward) found.push(...numbers);
    else found.unshift(...numbers);
    cursor = edges.at(isForward ? -1 : 0)?.cursor ?? null;
    if (!(isForward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) return found;
  }
}
