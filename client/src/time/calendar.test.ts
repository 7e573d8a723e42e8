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

  test.each([
    ['America/Havana', '2026-11-01T12:00:00Z', '2026-11-01T04:00:00.000Z', '2026-11-02T05:00:00.000Z'],
    ['America/Havana', '2026-03-08T12:00:00Z', '2026-03-08T05:00:00.000Z', '2026-03-09T04:00:00.000Z'],
    ['America/St_Johns', '2010-11-07T02:45:00Z', '2010-11-07T02:30:00.000Z', '2010-11-08T03:30:00.000Z'],
    ['Pacific/Apia', '2011-12-30T12:00:00Z', '2011-12-30T10:00:00.000Z', '2011-12-31T10:00:00.000Z'],
  ])('of %s at %s begins at its first midnight, or the first instant it has', (zone, at, from, to) => {
    expect(iso(dayOf(Date.parse(at), zone))).toEqual([from, to]);
  });

  test('ends where the next begins, through every change of the clock', () => {
    for (const zone of ['America/Havana', 'America/St_Johns', 'Asia/Beirut', 'Africa/Cairo']) {
      let { to } = dayOf(Date.parse('2010-01-01T12:00:00Z'), zone);
      while (to.getTime() < Date.parse('2012-01-01T00:00:00Z')) {
        const next = dayOf(to, zone);
        expect(next.from).toEqual(to);
        expect(dateIn(next.to.getTime() - 1, zone)).toBe(next.date);
        to = next.to;
      }
    }
  });
});
