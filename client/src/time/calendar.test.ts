import { describe, expect, test } from '@jest/globals';
import { dateIn, dayOf, startOfDaysAgo } from './calendar.js';

const iso = ({ from, to }: { from: Date; to: Date }) => [from.toISOString(), to.toISOString()];

describe('a day in a time zone', () => {
  test('runs from local midnight to local midnight', () => {
    expect(iso(dayOf(Date.parse('2026-07-10T21:59:00Z'), 'Europe/Berlin'))).toEqual([
      '2026-07-09T22:00:00.000Z',
      '2026-07-10T22:00:00.000Z',
    ]);
  });

  test('has 23 hours when the clock goes forward and 25 when it goes back', () => {
    expect(iso(dayOf(Date.parse('2026-03-29T12:00:00Z'), 'Europe/Berlin'))).toEqual([
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
    ]);
    expect(iso(dayOf(Date.parse('2026-10-25T12:00:00Z'), 'Europe/Berlin'))).toEqual([
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T23:00:00.000Z',
    ]);
  });

  test('is another date on the other side of the world', () => {
    const instant = Date.parse('2026-11-21T11:30:00Z');
    expect(dateIn(instant, 'Pacific/Auckland')).toBe('2026-11-22');
    expect(dateIn(instant, 'America/Los_Angeles')).toBe('2026-11-21');
  });

  test('is counted back by dates, not by hours', () => {
    const now = Date.parse('2026-10-26T12:00:00Z');
    expect(startOfDaysAgo(1, now, 'Europe/Berlin').toISOString()).toBe('2026-10-24T22:00:00.000Z');
    expect(startOfDaysAgo(0, now, 'Europe/Berlin').toISOString()).toBe('2026-10-25T23:00:00.000Z');
  });
});
