import { expect, test } from '@jest/globals';
import { findWords } from './fold.js';

const found = (text: string, query: string) => findWords(text, query).map(({ start, end }) => text.slice(start, end));

test.each([
  ['Rechnung zuru\u0308ckgeben', 'zurückgeben', ['zuru\u0308ckgeben']],
  ['I won’t pay', "WON'T", ['won’t']],
  ['order\u200Bnumber wrong', 'ordernumber', ['order\u200Bnumber']],
  ['注文番号１２３４５', '12345', ['１２３４５']],
  ['ﾌﾟﾘﾝﾀｰ故障', 'プリンター', ['ﾌﾟﾘﾝﾀｰ']],
  ['Straße gesperrt', 'STRASSE', ['Straße']],
  ['مُحَمَّد', 'محمد', ['مُحَمَّد']],
  ['ﬁle of the oﬃce', 'file', ['ﬁle']],
  ['Crème, creme and CRÈME', 'crème', ['Crème', 'creme', 'CRÈME']],
  ['a.b and acb', 'a.b', ['a.b']],
  ['nothing here', 'else', []],
  ['blank query', ' \u200B ', []],
])('in %j the words %j stand at %j', (text, query, words) => {
  expect(found(text, query)).toEqual(words);
});

test('a character that two words meet in is marked once', () => {
  expect(found('oﬃce', 'f i')).toEqual(['ﬃ']);
});
