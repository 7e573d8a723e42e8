/** The classifier that needs no key and no network: logistic regression over hashed features, one head for each field. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { TicketCategory, TicketPriority } from '../../../tickets/fields/ticket-values.js';
import { decidingWords } from './evidence.js';
import { softmax } from './exponential.js';
import { bucketCount, type Features, featuresOf } from './features.js';

export interface LocalPrediction {
  category: { value: TicketCategory; confidence: number };
  priority: { value: TicketPriority; confidence: number };
}

/** The words of the text that decided each field, the heaviest first. */
export type LocalEvidence = { category: string[]; priority: string[] };

/** Nothing that was learned from examples is certain. */
const highestConfidence = 0.99;

export const categories = Object.values(TicketCategory);
export const priorities = Object.values(TicketPriority);
export const classCount = categories.length + priorities.length;

/** An artefact is one step of the weights (32-bit float, little-endian), then a signed byte per class and bucket. */
const headLength = 4;
export const artefactLength = headLength + classCount * (bucketCount + 1);

export class LocalClassifier {
  private constructor(
    readonly version: string,
    private readonly step: number,
    private readonly weights: Int8Array,
  ) {}

  /** @throws Error for bytes that are no artefact of this program */
  static load(artefact: Uint8Array): LocalClassifier {
    if (artefact.byteLength !== artefactLength) throw new Error('These bytes are no classifier of this version.');
    const step = new DataView(artefact.buffer, artefact.byteOffset).getFloat32(0, true);
    const weights = new Int8Array(artefact.buffer, artefact.byteOffset + headLength, artefact.byteLength - headLength);
    return new LocalClassifier(createHash('sha256').update(artefact).digest('hex').slice(0, 12), step, weights);
  }

  predict(text: { title?: string | null; description: string }): LocalPrediction {
    const scores = this.scores(featuresOf(text));
    return {
      category: likeliest(categories, scores.slice(0, categories.length)),
      priority: likeliest(priorities, scores.slice(categories.length)),
    };
  }

  /** Why it predicts so; takes about as long as predicting. */
  explain(
    text: { title?: string | null; description: string },
    { category, priority }: LocalPrediction,
  ): LocalEvidence {
    const features = featuresOf(text);
    const offset = categories.length;
    return {
      category: decidingWords(text, features, this.gain(0, categories.length, categories.indexOf(category.value))),
      priority: decidingWords(text, features, this.gain(offset, priorities.length, priorities.indexOf(priority.value))),
    };
  }

  /** What a bucket adds to the chosen class over the mean of its rivals. */
  private gain(first: number, count: number, chosen: number): (bucket: number) => number {
    const weight = (index: number, bucket: number) => this.weights[(first + index) * (bucketCount + 1) + bucket] ?? 0;
    return (bucket) => {
      let rivals = 0;
      for (let index = 0; index < count; index++) if (index !== chosen) rivals += weight(index, bucket);
      return (weight(chosen, bucket) - rivals / (count - 1)) * this.step;
    };
  }

  private scores({ buckets, weights }: Features): number[] {
    return Array.from({ length: classCount }, (_, index) => {
      const start = index * (bucketCount + 1);
      let sum = this.weights[start + bucketCount] ?? 0;
      buckets.forEach((bucket, at) => {
        sum += (this.weights[start + bucket] ?? 0) * (weights[at] ?? 0);
      });
      return sum * this.step;
    });
  }
}

function likeliest<Value>(values: readonly Value[], scores: readonly number[]): { value: Value; confidence: number } {
  const shares = softmax(scores);
  const confidence = Math.max(...shares);
  return { value: values[shares.indexOf(confidence)] as Value, confidence: Math.min(highestConfidence, confidence) };
}

export const readClassifier = LocalClassifier.load;

/** The classifier that ships with the product. */
export function loadBuiltInClassifier(): LocalClassifier {
  return LocalClassifier.load(new Uint8Array(readFileSync(new URL('./classifier.bin', import.meta.url))));
}
