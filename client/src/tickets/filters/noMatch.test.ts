import { expect, test } from '@jest/globals';
import { describeMiss } from './noMatch.js';

test('an empty list says what each filter keeps out', () => {
  const loosenings = [
    { name: 'search', count: 1_212 },
    { name: 'priority', count: 1 },
    { name: 'status', count: 0 },
    { name: 'created', count: null },
  ] as const;
  expect(describeMiss('umlaut', loosenings)).toBe(
    'Without the search there are 1,212 tickets, without the priority there is 1 ticket, without the creation date there are many tickets.',
  );
});

test('where no single filter is to blame, it says so', () => {
  const loosenings = [
    { name: 'search', count: 0 },
    { name: 'status', count: 0 },
  ] as const;
  expect(describeMiss('umlaut', loosenings)).toBe('Removing any single filter still finds nothing.');
});

test('until the numbers are there, it says what was looked for', () => {
  const loosenings = [{ name: 'search', count: undefined } as const, { name: 'status', count: undefined } as const];
  expect(describeMiss(' umlaut ', loosenings)).toBe('No ticket with these filters contains “umlaut”.');
  expect(describeMiss('', loosenings)).toBe('No ticket fits all of these filters.');
});

test('a single filter needs no numbers', () => {
  expect(describeMiss('umlaut', [{ name: 'search', count: undefined }])).toBe('No ticket contains “umlaut”.');
});
