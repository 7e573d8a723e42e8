import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';

type Rest = Record<string, unknown> & { id: number };

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk();
  const rows = [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    ...{ title: `Day ${day}`, description: 'It smokes.', created_at: `2026-01-0${day}T12:00:00Z` },
    priority: ['low', 'critical', 'medium'][day % 3],
  }));
  const body = rows.map((row) => JSON.stringify(row)).join('\n');
  await desk.rest('POST', '/api/tickets/import/', body, { 'content-type': 'application/x-ndjson' });
  await desk.rest('PATCH', '/api/tickets/2/', { status: 'closed' });
});
afterAll(() => desk.close());

const list = async (query: string) =>
  (await desk.rest<Rest[]>('GET', `/api/tickets/?${query}`)).body.map(({ id }) => id);

test('the list is bounded by the time of creation, as the export is', async () => {
  expect(await list('created_from=2026-01-03&created_to=2026-01-05T12:00:00Z')).toEqual([4, 3]);
  expect(await list('created_from=2026-01-01&created_from=2026-01-07')).toEqual([7]);
  expect(await list('created_from=&created_to=&order=&unknown=1')).toEqual([7, 6, 5, 4, 3, 2, 1]);
  const { headers } = await desk.rest('GET', '/api/tickets/?created_from=2026-01-06&limit=1');
  expect(headers.get('x-total-count')).toBe('2');
});

test.each(['created_at', '-created_at', 'updated_at', '-updated_at', 'priority', '-priority', 'urgency', '-urgency'])(
  'by %s, pages that follow their links are the whole list, which is the export',
  async (order) => {
    const whole = await list(`order=${order}`);
    const csv = (await desk.rest<string>('GET', `/api/tickets/export.csv?order=${order}`)).body.trim().split('\n');
    expect(csv.slice(1).map((line) => Number(line.split(',')[0]))).toEqual(whole);
    const walked: number[] = [];
    let path: string | undefined = `/api/tickets/?order=${order}&limit=3`;
    while (path) {
      const page: { body: Rest[]; headers: Headers } = await desk.rest<Rest[]>('GET', path);
      walked.push(...page.body.map(({ id }) => id));
      path = /<[^>]*?(\/api[^>]*)>/.exec(page.headers.get('link') ?? '')?.[1];
    }
    expect(walked).toEqual(whole);
  },
);

test('what is no time, no order, or a cursor of another order is refused by name', async () => {
  const { status, body } = await desk.rest('GET', '/api/tickets/?created_from=soon&created_to=2026-02-30&order=size');
  expect([status, Object.keys(body as object).sort()]).toEqual([400, ['created_from', 'created_to', 'order']]);
  const { headers } = await desk.rest('GET', '/api/tickets/?order=priority&limit=1');
  const cursor = /cursor=([^>&]+)/.exec(headers.get('link') ?? '')?.[1];
  for (const order of ['', '-priority', 'updated_at'])
    expect(await desk.rest('GET', `/api/tickets/?order=${order}&limit=1&cursor=${cursor}`)).toMatchObject({
      status: 400,
      body: { cursor: ['Not a cursor of this list.'] },
    });
});
