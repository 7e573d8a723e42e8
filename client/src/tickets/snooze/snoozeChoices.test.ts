import { expect, test } from '@jest/globals';
import { snoozeChoices } from './snoozeChoices.js';

const until = (now: string, timeZone: string) =>
  Object.fromEntries(snoozeChoices(Date.parse(now), timeZone).map((choice) => [choice.name, choice.until]));

test('days begin at nine where the person is', () => {
  expect(until('2026-11-28T22:30:00Z', 'Europe/Berlin')).toEqual({
    'Until they answer': null,
    'For 3 hours': '2026-11-29T01:30:00.000Z',
    'Until tomorrow': '2026-11-29T08:00:00.000Z',
    'Until Monday': '2026-11-30T08:00:00.000Z',
    'For a week': '2026-12-05T08:00:00.000Z',
    'For 30 days': '2026-12-28T22:30:00.000Z',
  });
});

test.each([
  ['a Sunday', '2026-11-29T12:00:00Z', '2026-11-30T09:00:00.000Z'],
  ['a Monday', '2026-11-30T12:00:00Z', '2026-12-07T09:00:00.000Z'],
  ['a Tuesday', '2026-12-01T12:00:00Z', '2026-12-07T09:00:00.000Z'],
])('on %s, Monday is the next one', (_, now, monday) => {
  expect(until(now, 'UTC')['Until Monday']).toBe(monday);
});

test('the clock shows nine on the day on which it is changed', () => {
  expect(until('2026-03-28T12:00:00Z', 'Europe/Berlin')['Until tomorrow']).toBe('2026-03-29T07:00:00.000Z');
});
