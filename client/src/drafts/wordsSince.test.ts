import { expect, test } from '@jest/globals';
import { wordsSince } from './wordsSince.js';

test.each([
  ['what was sent leaves', 'Hello', 'Hello', ''],
  ['what was added stays', 'Hello', 'Hello\n\nAre you there?', 'Are you there?'],
  ['other words stay as they are', 'Hello', 'Are you there?', 'Are you there?'],
  ['an empty field stays empty', 'Hello', '', ''],
])('%s', (_what, sent, now, left) => {
  expect(wordsSince(sent, now)).toBe(left);
});
