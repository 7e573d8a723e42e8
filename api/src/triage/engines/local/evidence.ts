/**
 * Why the local classifier decided: what each word of a text adds to the score of the chosen value, over that of the others.
 * A word counts with its pairs, its parts and the concepts that it stands for.
 */
import { conceptsFound } from './concepts.js';
import { addWords, bucketOf, type Features } from './features.js';
import { sentencesOf } from './sentences.js';

const MOST_WORDS = 4;
/** A word that adds less than this share of what the heaviest adds did not decide. */
const LEAST_SHARE = 0.25;
const SHORTEST_WORD = 3;
/** Words that stand in any ticket explain nothing, whatever they weigh. */
const COMMON = new Set(
  `the and for you your our are was were has have had this that these those with from they them his her its but not can
  cannot could would should will please hello thanks thank when what which who how why where there here just also been
  very all any some into out about after before than then der die das und ist nicht mit den dem ein eine ich wir sie les
  des une est pas pour que nous vous los las por para una con del het een niet van voor che non per`.split(/\s+/),
);

/** Whether a plain word stands in any ticket, and so tells nothing of this one. */
export function isCommonWord(word: string): boolean {
  return COMMON.has(word);
}

type Text = { title?: string | null; description: string };

/** @param gainOf What a bucket adds to the chosen value over the others, for each unit of its weight. */
export function decidingWords(
  text: Text,
  { buckets, weights }: Features,
  gainOf: (bucket: number) => number,
): string[] {
  const whole = `${text.title ?? ''}\n${text.description}`;
  const parts = partsOf(whole);
  const given = new Map(parts.map(({ bucket }) => [bucket, 0]));
  for (const { bucket, weight } of parts) given.set(bucket, (given.get(bucket) ?? 0) + weight);
  const valueByBucket = new Map([...buckets].map((bucket, at) => [bucket, weights[at] ?? 0]));
  const gains = new Map<string, number>();
  for (const { bucket, weight, word } of parts) {
    const share = ((valueByBucket.get(bucket) ?? 0) * weight) / (given.get(bucket) || 1);
    gains.set(word, (gains.get(word) ?? 0) + share * gainOf(bucket));
  }
  return asWritten(whole, heaviest(gains));
}

function partsOf(text: string): { bucket: number; weight: number; word: string }[] {
  const parts: { bucket: number; weight: number; word: string }[] = [];
  for (const { words } of sentencesOf(text)) {
    addWords(words, (feature, weight, word) => {
      if (word) parts.push({ bucket: bucketOf(feature), weight, word });
    });
    for (const { concept, words: standing } of conceptsFound(words)) {
      for (const word of standing) parts.push({ bucket: bucketOf(`k ${concept}`), weight: 2 / standing.length, word });
    }
  }
  return parts;
}

function heaviest(gains: ReadonlyMap<string, number>): string[] {
  const telling = [...gains].filter(([word, gain]) => gain > 0 && word.length >= SHORTEST_WORD && !COMMON.has(word));
  const sorted = telling.toSorted(([, one], [, other]) => other - one);
  const least = (sorted[0]?.[1] ?? 0) * LEAST_SHARE;
  return sorted
    .filter(([, gain]) => gain >= least)
    .slice(0, MOST_WORDS)
    .map(([word]) => word);
}

/** The words in the spelling of the text; classes of numbers and addresses stand for no word of it. */
function asWritten(text: string, plain: readonly string[]): string[] {
  const missing = new Set(plain);
  const written = new Map<string, string>();
  const seen = new Set<string>();
  for (const [token] of text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’`]\p{L}+)?/gu)) {
    if (missing.size === 0) break;
    if (seen.has(token)) continue;
    seen.add(token);
    const word = sentencesOf(token)[0]?.words[0];
    if (word && missing.delete(word)) written.set(word, token);
  }
  return plain.flatMap((word) => written.get(word) ?? []);
}
