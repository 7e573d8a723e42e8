import { expect, test } from '@jest/globals';
import type { Element, Root } from 'hast';
import { markEvidence } from './evidence.js';

function paragraph(...texts: string[]): Root {
  const children = texts.map((value) => ({ type: 'text' as const, value }));
  return { type: 'root', children: [{ type: 'element', tagName: 'p', properties: {}, children }] };
}

/** The tree as text, with evidence in brackets. */
function marked(tree: Root, ...evidence: string[]): string {
  markEvidence(evidence)()(tree);
  const [p] = tree.children as Element[];
  const say = (node: Element['children'][number]): string =>
    node.type === 'text' ? node.value : node.type === 'element' ? `[${node.children.map(say).join('')}]` : '';
  return (p?.children ?? []).map(say).join('');
}

test('the quoted words are marked where they stand, whatever their case', () => {
  expect(marked(paragraph('So Nobody can start their shift today.'), 'nobody can start')).toBe(
    'So [Nobody can start] their shift today.',
  );
});

test('a quotation that is not in the text marks nothing', () => {
  expect(marked(paragraph('All is well.'), 'on fire')).toBe('All is well.');
  expect(marked(paragraph('All is well.'))).toBe('All is well.');
});

test('words that decided are marked each for itself, and never as a part of another word', () => {
  expect(marked(paragraph('The cart is charged, art was charged twice.'), 'charged twice', 'charged', 'art')).toBe(
    'The cart is [charged], [art] was [charged twice].',
  );
});
