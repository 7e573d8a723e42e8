import { expect, test } from '@jest/globals';
import { baseVersion, rememberWords } from './wordsVersions.js';

test('a text is based on the version that it was read with, whatever a list has told since', () => {
  rememberWords('a', { description: 'old', version: 4 });
  rememberWords('a', { description: 'old', version: 5 });
  expect(baseVersion('a', { description: 'old', version: 6 })).toBe(4);
});

test('a text that was read anew has its own version', () => {
  rememberWords('b', { description: 'old', version: 4 });
  rememberWords('b', { description: 'new', version: 6 });
  expect(baseVersion('b', { description: 'new', version: 7 })).toBe(6);
  expect(baseVersion('b', { description: 'unread', version: 7 })).toBe(7);
});
