/**
 * What two tickets are compared by: their words without endings, the beginnings of long words, and the concepts of the
 * classifier's lexicon, which stand for the same in several languages. Each is a number, so that an index can hold them.
 */
import { conceptsFound } from '../engines/local/concepts.js';
import { isCommonWord } from '../engines/local/evidence.js';
import { sentencesOf } from '../engines/local/sentences.js';

export type Text = { readonly title: string; readonly description: string };

/** Beyond these a text repeats itself, or is a log; the beginning says what it is about. */
const mostTerms = 120;
const shortestWord = 3;
const shortestStem = 4;
const beginningLength = 5;

/** The lowest bits of a term say what it is. */
const kinds = { word: 0, beginning: 1, concept: 2 } as const;
const kindBits = 2;

/** What each kind is worth beside the others; a beginning only helps words that are alike. */
const worths = [1, 0.7, 1];

/** The terms of a text, each once, in the order in which they come. */
export function termsOf({ title, description }: Text): number[] {
  const terms = new Set<number>();
  for (const { words } of sentencesOf(`${title}\n${description}`)) {
    for (const word of words.filter(isTelling)) {
      const stem = stemOf(word);
      terms.add(termOf(kinds.word, stem));
      if (stem.length > beginningLength) terms.add(termOf(kinds.beginning, stem.slice(0, beginningLength)));
    }
    for (const { concept } of conceptsFound(words)) terms.add(termOf(kinds.concept, concept));
    if (terms.size >= mostTerms) break;
  }
  return [...terms].slice(0, mostTerms);
}

export function worthOf(term: number): number {
  return worths[term & ((1 << kindBits) - 1)] ?? 0;
}

/** The telling words of a text by their terms, as they are written there. */
export function writtenWords({ title, description }: Text): Map<number, string> {
  const words = new Map<number, string>();
  for (const [written] of `${title}\n${description}`.slice(0, 4_000).matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const word = sentencesOf(written)[0]?.words[0];
    if (!word || !isTelling(word)) continue;
    const term = termOf(kinds.word, stemOf(word));
    if (!words.has(term)) words.set(term, written);
  }
  return words;
}

function isTelling(word: string): boolean {
  return word.length >= shortestWord && !isCommonWord(word);
}

/** Cuts the endings of English, and so of many words elsewhere: enough for "exports", "exported" and "exporting" to meet. */
function stemOf(word: string): string {
  const stem = word.replace(/(?:ations?|ings?|ies|ied|edly|ed|es|ly|s|e|y)$/, '');
  return stem.length >= shortestStem ? stem : word;
}

/** As PostgreSQL's integer. */
function termOf(kind: number, text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  value ^= value >>> 15;
  return (value << kindBits) | kind;
}
