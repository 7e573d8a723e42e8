import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { startDesk, type TestDesk } from './support/desk.js';

/** Connections are walked page by page while tickets come, go and change. */
let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

type Rest = { id: number };
type Page = {
  tickets: {
    edges: { node: { number: number } }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
  };
};

const pageQuery = `query ($first: Int, $after: String, $last: Int, $before: String, $orderBy: TicketOrder, $filter: TicketFilter) {
  tickets(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy, filter: $filter) {
    edges { node { number } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

const priorities = ['low', 'medium', 'high', 'critical'];

async function add(priority: string): Promise<number> {
  const fields = { title: `Walk ${priority}`, description: 'One of many.', category: 'general', priority };
  return (await desk.rest<Rest>('POST', '/api/tickets/', fields)).body.id;
}

async function clear(): Promise<void> {
  const { body } = await desk.rest<Rest[]>('GET', '/api/tickets/');
  await Promise.all(body.map(({ id }) => desk.rest('DELETE', `/api/tickets/${id}/`)));
}

type Disturbance = 'insert' | 'delete' | 'rename';

const walk = fc.record({
  priorities: fc.array(fc.constantFrom(...priorities), { minLength: 3, maxLength: 14 }),
  size: fc.integer({ min: 1, max: 4 }),
  forward: fc.boolean(),
  field: fc.constantFrom('CREATED_AT', 'PRIORITY'),
  direction: fc.constantFrom('ASC', 'DESC'),
  filtered: fc.boolean(),
  disturbances: fc.array(fc.constantFrom<Disturbance>('insert', 'delete', 'rename'), { maxLength: 10 }),
});

async function disturb(kind: Disturbance | undefined, doomed: number[], staying: number[]): Promise<void> {
  if (kind === 'insert') await add(priorities[doomed.length % 4] ?? 'low');
  if (kind === 'delete') await desk.rest('DELETE', `/api/tickets/${doomed.pop() ?? 0}/`);
  if (kind === 'rename') await desk.rest('PATCH', `/api/tickets/${staying[0]}/`, { title: 'Walk renamed' });
}

test('a walk neither repeats nor skips a ticket that is there throughout, whichever way it goes', async () => {
  await fc.assert(
    fc.asyncProperty(walk, async ({ size, forward, field, direction, filtered, disturbances, ...given }) => {
      await clear();
      const numbers: number[] = [];
      for (const priority of given.priorities) numbers.push(await add(priority));
      const doomed = numbers.filter((_, index) => index % 3 === 1);
      const staying = numbers.filter((number) => !doomed.includes(number));

      const met: number[] = [];
      let cursor: string | null = null;
      for (let isMore = true, step = 0; isMore; step++) {
        const window: object = forward ? { first: size, after: cursor } : { last: size, before: cursor };
        const filter = filtered ? { category: ['GENERAL'], search: 'walk' } : null;
        const { data } = await desk.graphql<Page>(pageQuery, { ...window, filter, orderBy: { field, direction } });
        const { edges, pageInfo } = data.tickets;
        const page = edges.map(({ node }) => node.number);
        met.push(...(forward ? page : page.toReversed()));
        isMore = forward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage;
        cursor = forward ? pageInfo.endCursor : pageInfo.startCursor;
        await disturb(disturbances[step], doomed, staying);
      }

      expect(new Set(met).size).toBe(met.length);
      expect(met.filter((number) => staying.includes(number)).toSorted((a, b) => a - b)).toEqual(staying);
    }),
    { numRuns: 25 },
  );
});
