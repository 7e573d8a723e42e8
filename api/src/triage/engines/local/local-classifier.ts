/** The classifier that needs no key and no network: logistic regression over hashed features, one head for each field. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { TicketCategory, TicketPriority } from '../../../tickets/fields/ticket-values.js';
import { softmax } from './exponential.js';
import { bucketCount, type Features, featuresOf } from './features.js';

export interface LocalPrediction {
  category: { value: TicketCategory; confidence: number };
  priority: { value: TicketPriority; confidence: number };
}

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
  return { value: values[shares.indexOf(confidence)] as Value, confidence };
}

export const readClassifier = LocalClassifier.load;

/** The classifier that ships with the product. */
export function loadBuiltInClassifier(): LocalClassifier {
  return LocalClassifier.load(new Uint8Array(readFileSync(new URL('./classifier.bin', import.meta.url))));
}
