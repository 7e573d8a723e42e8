import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk();
  const tickets = [
    { title: '=cmd()', description: 'a "quoted", text', category: 'billing', priority: 'low' },
    { title: 'Second', description: 'b', category: 'account', priority: 'critical' },
    { title: 'Third', description: 'c', category: 'general', priority: 'high' },
  ];
  for (const ticket of tickets) await desk.rest('POST', '/api/tickets/', ticket);
});
afterAll(() => desk.close());

const lines = async (query: string) =>
  (await desk.rest<string>('GET', `/api/tickets/export.csv${query}`)).body.trim().split('\n');

test('the export is CSV with a header, in which no cell is a formula', async () => {
  const [header, ...rows] = await lines('?order=created_at');
  expect(header).toBe('id,title,description,category,priority,status,created_at,updated_at,resolved_at,external_id');
  expect(rows[0]).toMatch(/^1,'=cmd\(\),"a ""quoted"", text",billing,low,open,/);
  expect(rows).toHaveLength(3);
});

test('the export takes several values of a filter and an order', async () => {
  const [, ...rows] = await lines('?category=billing&category=account&order=-priority');
  expect(rows.map((row) => row.split(',')[0])).toEqual(['2', '1']);
});

test('the export refuses what it does not know, by name', async () => {
  const { status, body } = await desk.rest('GET', '/api/tickets/export.csv?order=size&created_from=soon&status=lost');
  expect(status).toBe(400);
  expect(Object.keys(body as object).sort()).toEqual(['created_from', 'order', 'status']);
});
