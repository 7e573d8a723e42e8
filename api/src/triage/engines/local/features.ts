/**
 * Turns a ticket into hashed features of two kinds: its surface (words, pairs of words, parts of words) and its meaning
 * (concepts of the lexicon, pairs of them in one sentence, and their classes). Linear in a bounded part of the text.
 */
import { conceptsOf, negation } from './concepts.js';
import { groupOfConcept, kindOfConcept } from './lexicon.js';
import { type Sentence, sentencesOf } from './sentences.js';

export const bucketCount = 186_000;

export type Features = { readonly buckets: Uint32Array; readonly weights: Float64Array };

/** `word`: the one that a feature of the surface ends with. */
export type Add = (feature: string, weight: number, word?: string) => void;

/** Concepts generalise, words do not: a text's meaning weighs more than its surface. */
const surfaceWeight = 2;
const meaningWeight = 2.5;

export function featuresOf(text: { title?: string | null; description: string }): Features {
  const sentences = sentencesOf(`${text.title ?? ''}\n${text.description}`);
  const conceptsBySentence = sentences.map(conceptsIn);
  const surface = new Map<number, number>();
  const meaning = new Map<number, number>();
  for (const { words } of sentences) addWords(words, counting(surface));
  for (const concepts of conceptsBySentence) addConcepts(concepts, counting(meaning));
  addKinds(conceptsBySentence, counting(meaning));
  addShape(sentences, counting(meaning));
  const total = new Map<number, number>();
  addScaled(surface, surfaceWeight, total);
  addScaled(meaning, meaningWeight, total);
  return { buckets: Uint32Array.from(total.keys()), weights: Float64Array.from(total.values()) };
}

function conceptsIn({ words, asks }: Sentence): string[] {
  const found = new Set(conceptsOf(words));
  if (asks) found.add('?');
  return [...found].sort();
}

function counting(counts: Map<number, number>): Add {
  return (feature, weight) => {
    const bucket = bucketOf(feature);
    counts.set(bucket, (counts.get(bucket) ?? 0) + weight);
  };
}

export function addWords(words: readonly string[], add: Add): void {
  words.forEach((word, index) => {
    add(`w ${word}`, 1, word);
    if (index > 0) add(`p ${words[index - 1]} ${word}`, 1, word);
    const padded = ` ${word} `;
    for (let size = 2; size <= 5; size++) {
      for (let at = 0; at + size <= padded.length; at++) add(`c ${padded.slice(at, at + size)}`, 0.2, word);
    }
  });
}

function addConcepts(concepts: readonly string[], add: Add): void {
  for (const concept of concepts) {
    add(`k ${concept}`, 2);
    // A concept that training has hardly seen is still known by its group.
    add(`g ${classOf(concept, groupOfConcept) ?? concept}`, 1);
  }
  addPairs('kk', concepts, add);
}

/** Effect is often said by two things together: "all users" and "down", in one sentence or in two. */
function addKinds(conceptsBySentence: readonly (readonly string[])[], add: Add): void {
  const kindsBySentence = conceptsBySentence.map(kindsOf);
  for (const kinds of kindsBySentence) {
    for (const kind of kinds) add(`e ${kind}`, 1);
    addPairs('ee', kinds, add);
  }
  addPairs('ticket ee', [...new Set(kindsBySentence.flat())].sort(), add);
}

function addPairs(name: string, sorted: readonly string[], add: Add): void {
  sorted.forEach((one, index) => {
    for (const other of sorted.slice(index + 1)) add(`${name} ${one} ${other}`, 1);
  });
}

function kindsOf(concepts: readonly string[]): string[] {
  const kinds = concepts.map((concept) => classOf(concept, kindOfConcept)).filter((kind) => kind !== null);
  return [...new Set(kinds)].sort();
}

function classOf(concept: string, classes: ReadonlyMap<string, string>): string | null {
  const negated = concept.startsWith(negation);
  const found = classes.get(negated ? concept.slice(negation.length) : concept);
  return found === undefined ? null : `${negated ? negation : ''}${found}`;
}

function addShape(sentences: readonly Sentence[], add: Add): void {
  const length = sentences.reduce((sum, { words }) => sum + words.length, 0);
  add(`length ${Math.min(8, 32 - Math.clz32(length))}`, 1);
  if (length < 3) add('nearly empty', 2);
}

/** Long texts must not shout: counts grow by their logarithm, and each kind has one length in every text. */
function addScaled(counts: ReadonlyMap<number, number>, scale: number, total: Map<number, number>): void {
  const logs = [...counts].map(([bucket, count]) => [bucket, Math.sqrt(count)] as const);
  const length = Math.sqrt(logs.reduce((sum, [, log]) => sum + log * log, 0)) || 1;
  for (const [bucket, log] of logs) total.set(bucket, (total.get(bucket) ?? 0) + (scale * log) / length);
}

/** FNV-1a over UTF-16 units. */
export function bucketOf(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value ^= value >>> 15;
  return (value >>> 0) % bucketCount;
}
