import { expect, test } from '@jest/globals';
import { describeSize } from './describeSize.js';

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1 kB'],
  [12 * 1024, '12 kB'],
  [1_047_552, '1 MB'],
  [1.44 * 2 ** 20, '1.4 MB'],
  [25 * 2 ** 20, '25 MB'],
])('%d bytes are told as %s', (bytes, words) => {
  expect(describeSize(bytes)).toBe(words);
});
