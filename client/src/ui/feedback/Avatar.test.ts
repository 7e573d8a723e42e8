import { expect, test } from '@jest/globals';
import { initialsOf } from './Avatar.js';

test.each([
  ['Mara Lind', 'ML'],
  ['Jean-Luc van den Berg', 'JB'],
  ['ada', 'A'],
  ['mara.lind@example.org', 'MO'],
  ['  李 小龙 ', '李小'],
  ['“Bob”', 'B'],
  ['!!!', ''],
])('the initials of %s are %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
