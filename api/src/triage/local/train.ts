/** Trains the classifier. The same rows give the same bytes: fixed order, fixed seed, coarse weights. */
import type { TicketCategory, TicketPriority } from '../../tickets/ticket-values.js';
import { softmax } from './exponential.js';
import { bucketCount, type Features, featuresOf } from './features.js';
import { artefactLength, categories, classCount, priorities } from './local-classifier.js';

export type TrainingRow = {
  readonly text: string;
  /** Null is unknown: the row then teaches only the other field. */
  readonly category: TicketCategory | null;
  readonly priority: TicketPriority | null;
  readonly weight?: number;
};

const epochs = 14;
const learningRate = 0.9;
const decay = 2e-6;
const highestByte = 127;

type Example = { features: Features; category: number; priority: number; weight: number };

export function trainClassifier(rows: readonly TrainingRow[]): Uint8Array {
  const examples = rows.map(exampleOf);
  const weights = new Float64Array(classCount * (bucketCount + 1));
  const squares = new Float64Array(weights.length).fill(1e-2);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const index of shuffled(examples.length, epoch + 1)) {
      const example = examples[index] as Example;
      if (example.category >= 0) learn(weights, squares, example, 0, categories.length, example.category);
      if (example.priority >= 0)
        learn(weights, squares, example, categories.length, priorities.length, example.priority);
    }
  }
  return quantised(weights);
}

function exampleOf({ text, category, priority, weight = 1 }: TrainingRow): Example {
  return {
    features: featuresOf({ description: text }),
    category: category === null ? -1 : categories.indexOf(category),
    priority: priority === null ? -1 : priorities.indexOf(priority),
    weight,
  };
}

/** One step of AdaGrad for one head, whose classes begin at `first`. */
function learn(
  weights: Float64Array,
  squares: Float64Array,
  example: Example,
  first: number,
  count: number,
  truth: number,
) {
  const { buckets, weights: values } = example.features;
  const scores: number[] = [];
  for (let index = 0; index < count; index++) {
    const start = (first + index) * (bucketCount + 1);
    let sum = weights[start + bucketCount] as number;
    for (let at = 0; at < buckets.length; at++)
      sum += (weights[start + (buckets[at] as number)] as number) * (values[at] as number);
    scores.push(sum);
  }
  const shares = softmax(scores);
  for (let index = 0; index < count; index++) {
    const error = ((shares[index] as number) - (index === truth ? 1 : 0)) * example.weight;
    const start = (first + index) * (bucketCount + 1);
    for (let at = 0; at <= buckets.length; at++) {
      const isBias = at === buckets.length;
      const place = start + (isBias ? bucketCount : (buckets[at] as number));
      const gradient = error * (isBias ? 0.1 : (values[at] as number)) + decay * (weights[place] as number);
      squares[place] = (squares[place] as number) + gradient * gradient;
      weights[place] =
        (weights[place] as number) - (learningRate * 0.1 * gradient) / Math.sqrt(squares[place] as number);
    }
  }
}

/** Fisher–Yates with a small generator that is the same on every machine. */
function shuffled(length: number, seed: number): number[] {
  const order = Array.from({ length }, (_, index) => index);
  let state = seed * 2_654_435_761;
  for (let last = length - 1; last > 0; last--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = Math.floor((state / 4_294_967_296) * (last + 1));
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
  return order;
}

function quantised(weights: Float64Array): Uint8Array {
  let highest = 0;
  for (const weight of weights) highest = Math.max(highest, Math.abs(weight));
  const step = Math.fround(highest / highestByte || 1);
  const artefact = new Uint8Array(artefactLength);
  new DataView(artefact.buffer).setFloat32(0, step, true);
  new Int8Array(artefact.buffer, 4).set(Array.from(weights, (weight) => Math.round(weight / step)));
  return artefact;
}
