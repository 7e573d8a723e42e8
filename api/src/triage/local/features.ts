/** Turns a text into hashed features: words, pairs of words, parts of words, and cues. Linear in a bounded part of the text. */
import { cuesOf } from './cues.js';

export const bucketCount = 60_000;

export type Features = { readonly buckets: Uint16Array; readonly weights: Float64Array };

/** The ask stands at the start or at the end; what lies between is cut before anything else reads it. */
const headLength = 3_000;
const tailLength = 1_000;
const mostWords = 700;
const longestWord = 24;

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const notWord = /[^\p{L}\p{N}']+/u;

export function featuresOf(text: { title?: string | null; description: string }): Features {
  const words = wordsOf(`${text.title ?? ''} ${text.description}`);
  const counts = new Map<number, number>();
  const add = (feature: string, weight: number) => {
    const bucket = hash(feature);
    counts.set(bucket, (counts.get(bucket) ?? 0) + weight);
  };
  words.forEach((word, index) => {
    add(`w ${word}`, 1);
    if (index > 0) add(`p ${words[index - 1]} ${word}`, 1);
    const padded = ` ${word} `;
    for (let size = 2; size <= 5; size++) {
      for (let at = 0; at + size <= padded.length; at++) add(`c ${padded.slice(at, at + size)}`, 0.4);
    }
  });
  for (const cue of cuesOf(words)) add(`cue ${cue}`, 2);
  if (words.length < 3) add('nearly empty', 2);
  return normalised(counts);
}

function wordsOf(text: string): string[] {
  const cut = text.length > headLength + tailLength ? `${text.slice(0, headLength)} ${text.slice(-tailLength)}` : text;
  const plain = cut.normalize('NFKC').replace(invisible, '').toLowerCase();
  return plain
    .split(notWord)
    .filter(Boolean)
    .slice(0, mostWords)
    .map((word) => word.slice(0, longestWord));
}

/** Long texts must not shout: counts grow by their logarithm, and every text has length one. */
function normalised(counts: ReadonlyMap<number, number>): Features {
  const weights = Float64Array.from(counts.values(), (count) => Math.log1p(count));
  let square = 0;
  for (const weight of weights) square += weight * weight;
  const length = Math.sqrt(square) || 1;
  return { buckets: Uint16Array.from(counts.keys()), weights: weights.map((weight) => weight / length) };
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
