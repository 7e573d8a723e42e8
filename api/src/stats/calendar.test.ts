import { describe, expect, test } from '@jest/globals';
import { addDays, dateOf, startOf, type TimeZone, timeZoneOf } from './calendar.js';

const zone = (name: string) => timeZoneOf(name) as TimeZone;
const begins = (date: string, name: string) => new Date(startOf(date, zone(name))).toISOString();

describe('a day begins', () => {
  test.each([
    ['at midnight', '2026-07-10', 'Europe/Berlin', '2026-07-09T22:00:00.000Z'],
    ['at midnight on the day the clock goes back later', '2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z'],
    ['at the first of two midnights', '2026-11-01', 'America/Havana', '2026-11-01T04:00:00.000Z'],
    ['at one o’clock where midnight is skipped', '2026-03-08', 'America/Havana', '2026-03-08T05:00:00.000Z'],
    [
      'at the first of two, a minute apart from the change',
      '2010-11-07',
      'America/St_Johns',
      '2010-11-07T02:30:00.000Z',
    ],
    [
      'at half past midnight where the clock jumped from half past eleven',
      '1919-03-31',
      'America/Toronto',
      '1919-03-31T04:30:00.000Z',
    ],
    ['with the next one where a zone left a day out', '2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['at the midnight of an offset', '2026-07-10', '+05:45', '2026-07-09T18:15:00.000Z'],
  ])('%s: %s in %s', (_what, date, name, instant) => {
    expect(begins(date, name)).toBe(instant);
  });

  test('where the day before ends, and each instant belongs to one date, through every change of the clock', () => {
    for (const name of [
      'America/Havana',
      'America/St_Johns',
      'Asia/Beirut',
      'Pacific/Apia',
      'Africa/Cairo',
      'Australia/Lord_Howe',
    ]) {
      for (let date = '2010-01-01'; date < '2012-01-10'; date = addDays(date, 1)) {
        const [from, to] = [startOf(date, zone(name)), startOf(addDays(date, 1), zone(name))];
        expect(to).toBeGreaterThanOrEqual(from);
        if (to > from) expect([dateOf(from, zone(name)), dateOf(to - 1, zone(name))]).toEqual([date, date]);
      }
    }
  });
});

test.each([
  ['+02:00', '+02:00'],
  ['-0330', '-03:30'],
  ['GMT+2', '+02:00'],
  ['utc-11', '-11:00'],
  ['Etc/GMT+2', 'Etc/GMT+2'],
  ['Europe/Berlin', 'Europe/Berlin'],
])('%s is a time zone', (name, known) => {
  expect(timeZoneOf(name)).toBe(known);
});

test.each(['Mars/Olympus', '', '+25:00', 'GMT+2:75', '2', 'Europe/Berlin; drop'])('%j is none', (name) => {
  expect(timeZoneOf(name)).toBeNull();
});
