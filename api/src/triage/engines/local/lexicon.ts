/**
 * Reads the lexicon: what words mean, in seven languages. A file has groups ("# billing"), a group has concepts, one per
 * line, and a concept has words and phrases. A star stands for any ending, an underscore for a space.
 */
import { readFileSync } from 'node:fs';

export type LexiconLine = { readonly group: string; readonly concept: string; readonly phrases: readonly string[] };

/** Groups of the first file are named after categories. */
export const lexiconLines: readonly LexiconLine[] = ['team', 'effect'].flatMap(read);

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
    return concept && phrases && !line.startsWith('#') ? [{ group, concept, phrases: phrases.split(' ') }] : [];
  });
}

function note(map: Map<string, string[]>, phrase: string, concept: string): void {
  map.set(phrase, [...(map.get(phrase) ?? []), concept]);
}
