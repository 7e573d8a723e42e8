/**
 * Turns a ticket into hashed features of two kinds: its surface (words, pairs of words, parts of words) and its meaning
 * (concepts of the lexicon, pairs of them in one sentence, and their groups). Linear in a bounded part of the text.
 */
import { conceptsOf, negation } from './concepts.js';
import { groupOfConcept } from './lexicon.js';
import { type Sentence, sentencesOf } from './sentences.js';

export const bucketCount = 60_000;

export type Features = { readonly buckets: Uint16Array; readonly weights: Float64Array };

type Add = (feature: string, weight: number) => void;

/** Concepts generalise, words do not: a text's meaning weighs more than its surface. */
const surfaceWeight = 1;
const meaningWeight = 1.5;

export function featuresOf(text: { title?: string | null; description: string }): Features {
  const sentences = sentencesOf(`${text.title ?? ''}\n${text.description}`);
  const surface = new Map<number, number>();
  const meaning = new Map<number, number>();
  for (const sentence of sentences) {
    addWords(sentence, counting(surface));
    addConcepts(sentence, counting(meaning));
  }
  addShape(sentences, counting(meaning));
  const total = new Map<number, number>();
  addScaled(surface, surfaceWeight, total);
  addScaled(meaning, meaningWeight, total);
  return { buckets: Uint16Array.from(total.keys()), weights: Float64Array.from(total.values()) };
}

function counting(counts: Map<number, number>): Add {
  return (feature, weight) => {
    const bucket = hash(feature);
    counts.set(bucket, (counts.get(bucket) ?? 0) + weight);
  };
}

function addWords({ words }: Sentence, add: Add): void {
  words.forEach((word, index) => {
    add(`w ${word}`, 1);
    if (index > 0) add(`p ${words[index - 1]} ${word}`, 1);
    const padded = ` ${word} `;
    for (let size = 2; size <= 5; size++) {
      for (let at = 0; at + size <= padded.length; at++) add(`c ${padded.slice(at, at + size)}`, 0.4);
    }
  });
}

function addConcepts({ words, asks }: Sentence, add: Add): void {
  const found = new Set(conceptsOf(words));
  if (asks) found.add('?');
  const concepts = [...found].sort();
  concepts.forEach((concept, index) => {
    add(`k ${concept}`, 2);
    add(`g ${groupOf(concept)}`, 1);
    // Effect is often said by two concepts together: "all users" and "down".
    for (const other of concepts.slice(index + 1)) add(`kk ${concept} ${other}`, 1);
  });
}

/** A concept that training has hardly seen is still known by its group. */
function groupOf(concept: string): string {
  const negated = concept.startsWith(negation);
  const group = groupOfConcept.get(negated ? concept.slice(negation.length) : concept) ?? concept;
  return negated ? `${negation}${group}` : group;
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
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value ^= value >>> 15;
  return (value >>> 0) % bucketCount;
}
