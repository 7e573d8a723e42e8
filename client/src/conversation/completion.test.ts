import { expect, test } from '@jest/globals';
import { fits, openCompletion } from './completion.js';

const offer = (name: string) => ({ key: name, name, detail: '', words: async () => name });
const completions = { '@': (letters: string) => ['ada', 'bob'].filter((name) => fits(name, letters)).map(offer) };

test.each([
  ['@', 1, ['ada', 'bob'], 0],
  ['Ask @b', 6, ['bob'], 4],
  ['Ask @b please', 6, ['bob'], 4],
  ['Ask\n@a', 6, ['ada'], 4],
  ['Ask @x', 6, [], 4],
])('“%s” with the caret at %i offers %j from %i', (text, caret, names, start) => {
  const open = openCompletion(text, caret, completions);
  expect([open?.start, open?.offers.map(({ name }) => name)]).toEqual([start, names]);
});

test.each([
  ['mail ada@example.org', 20],
  ['plain words', 11],
  ['', 0],
])('“%s” opens nothing', (text, caret) => {
  expect(openCompletion(text, caret, completions)).toBeNull();
});
