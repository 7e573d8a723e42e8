import { expect, test } from '@jest/globals';
import { groupByDay } from './listItems.js';

const now = Date.parse('2026-11-21T14:00:00Z');
const at = (...instants: string[]) => instants.map((createdAt, index) => ({ id: String(index), createdAt }));
const headings = (tickets: ReturnType<typeof at>, complete: boolean, timeZone = 'UTC') =>
  groupByDay(tickets, { now, timeZone, complete }).flatMap((item) =>
    item.kind === 'day' ? [[item.label, item.count]] : [],
  );

test('tickets stand under the day they were created, counted once the day is complete', () => {
  const tickets = at('2026-11-21T09:00:00Z', '2026-11-21T08:00:00Z', '2026-11-20T23:00:00Z', '2026-11-14T10:00:00Z');
  expect(headings(tickets, false)).toEqual([
    ['Today', 2],
    ['Yesterday', 1],
    ['Saturday 14 November', null],
  ]);
  expect(headings(tickets, true).at(-1)).toEqual(['Saturday 14 November', 1]);
});

test('the day is the one of the chosen zone', () => {
  expect(headings(at('2026-11-20T23:30:00Z'), true, 'Europe/Berlin')).toEqual([['Today', 1]]);
});

test('another year is named', () => {
  expect(headings(at('2025-12-31T10:00:00Z'), true)).toEqual([['Wednesday 31 December 2025', 1]]);
});
