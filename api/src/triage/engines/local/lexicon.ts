/**
 * Reads the lexicon: what words mean. A file has groups ("# billing"), a group has concepts, one per line, and a concept has
 * words and phrases. A star stands for any ending, an underscore for a space. `languages/` has more words for the same
 * concepts, a file for each language.
 */
import { readFileSync } from 'node:fs';
import { wordsOf } from './sentences.js';

export type LexiconLine = { readonly group: string; readonly concept: string; readonly phrases: readonly string[] };

const languages = ['pl', 'tr', 'ru', 'uk', 'ar', 'hi', 'hinglish', 'ja', 'zh', 'ko'];
const inMoreLanguages = phrasesByConcept(languages.flatMap((language) => read(`languages/${language}`)));

/** Groups of the first file are named after categories. */
export const lexiconLines: readonly LexiconLine[] = ['team', 'effect'].flatMap(read).map((line) => ({
  ...line,
  phrases: [...line.phrases, ...(inMoreLanguages.get(line.concept) ?? [])],
}));

/** Concepts by whole phrase, and by how a word begins. */
export const wholes = new Map<string, string[]>();
export const beginnings = new Map<string, string[]>();
export const groupOfConcept = new Map(lexiconLines.map(({ concept, group }) => [concept, group]));
/** What concepts of different groups have in common as to effect. */
export const kindOfConcept = new Map(
  read('kinds').flatMap(({ concept: kind, phrases: concepts }) => concepts.map((concept) => [concept, kind])),
);

for (const { concept, phrases } of lexiconLines) {
  for (const phrase of phrases) {
    if (phrase.endsWith('*')) note(beginnings, phrase.slice(0, -1), concept);
    else note(wholes, phrase, concept);
  }
}

export const longestBeginning = Math.max(...[...beginnings.keys()].map((beginning) => beginning.length));

function read(name: string): LexiconLine[] {
  const text = readFileSync(new URL(`./lexicon/${name}.txt`, import.meta.url), 'utf8');
  let group = '';
  return text.split('\n').flatMap((line) => {
    if (line.startsWith('# ')) group = line.slice(2);
    const [concept, phrases] = line.split(': ');
    return concept && phrases && !line.startsWith('#')
      ? [{ group, concept, phrases: phrases.split(' ').map(asRead) }]
      : [];
  });
}

/** A phrase in the words that a ticket is cut into. */
function asRead(phrase: string): string {
  return phrase.endsWith('*') ? phrase : phrase.split('_').flatMap(wordsOf).join('_');
}

function phrasesByConcept(lines: readonly LexiconLine[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { concept, phrases } of lines) found.set(concept, [...(found.get(concept) ?? []), ...phrases]);
  return found;
}

function note(map: Map<string, string[]>, phrase: string, concept: string): void {
  map.set(phrase, [...(map.get(phrase) ?? []), concept]);
}
