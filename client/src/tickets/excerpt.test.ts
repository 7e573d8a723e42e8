import { expect, test } from '@jest/globals';
import { excerpt } from './excerpt.js';

test.each([
  [
    'Every export of **every** workspace ends with `job expired`.',
    'Every export of every workspace ends with job expired.',
  ],
  ['# Since 07:40\n\n- two browsers\n- another account', 'Since 07:40 two browsers another account'],
  ['See [the report](https://example.com/report), ~~soon~~ now', 'See the report, soon now'],
])('an excerpt of %j is plain text in one line', (markdown, plain) => {
  expect(excerpt(markdown)).toBe(plain);
});

test.each(['snake_case_name and 2 * 3 * 4', 'Error <timeout> where a < b and c > d', 'C:\\logs\\*.txt of T-12'])(
  'nothing is lost from %j, which is no markdown',
  (text) => {
    expect(excerpt(text)).toBe(text);
  },
);

test('a long description is cut', () => {
  expect(excerpt('word '.repeat(10_000)).length).toBeLessThan(250);
});
