/**
 * Trains the classifier: logistic regression by AdaGrad, one head for each field. The same rows give the same bytes: fixed
 * order, fixed seed, arithmetic that every machine rounds alike, coarse weights.
 */
import { type TicketCategory, TicketPriority } from '../../../tickets/fields/ticket-values.js';
import { softmax } from './exponential.js';
import { bucketCount, type Features, featuresOf } from './features.js';
import { lexiconLines } from './lexicon.js';
import { artefactLength, categories, classCount, priorities } from './local-classifier.js';
import { withNoise } from './noise.js';
import { Random } from './random.js';

export type TrainingRow = {
  readonly text: string;
  /** Null is unknown: the row then teaches only the other field. */
  readonly category: TicketCategory | null;
  readonly priority: TicketPriority | null;
  readonly weight?: number;
};

const epochs = 16;
/** The weights are the mean of those after the last epochs: less chance in them. */
const averagedEpochs = 8;
const learningRate = 0.09;
const decay = 2e-6;
const biasStep = 0.1;
/** Share of features that a row does without each time, so that none is relied upon alone. */
const dropout = 0.3;
/** Words of the lexicon that make up one row, and what it weighs against a ticket. */
const wordsPerRow = 3;
const lexiconWeight = 0.3;
/** How often a ticket is seen as a mail with all that surrounds its matter. */
const noisyShare = 0.3;
const critical = priorities.indexOf(TicketPriority.CRITICAL);
/** A critical ticket that is missed costs more than one too many. */
const criticalWeight = 2;
const highestByte = 127;

type Example = { features: Features; category: number; priority: number; weight: number };

export function trainClassifier(rows: readonly TrainingRow[]): Uint8Array {
  const random = new Random(1);
  const examples = [...rows, ...lexiconRows()].map(exampleOf);
  const noisy = rows.map((row) => exampleOf({ ...row, text: withNoise(row.text, random) }));
  const model = new Model();
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const index of random.order(examples.length)) {
      const twin = random.next() < noisyShare ? noisy[index] : undefined;
      model.learn(twin ?? (examples[index] as Example), random);
    }
    if (epoch >= epochs - averagedEpochs) model.remember();
  }
  return quantised(model.average);
}

/** What the lexicon says of a team's words is true of tickets, too. */
function lexiconRows(): TrainingRow[] {
  return lexiconLines.flatMap(({ group, phrases }) => {
    const category = categories.find((value) => value === group);
    if (!category) return [];
    const words = phrases.map((phrase) => phrase.replace('*', '').replaceAll('_', ' '));
    return words.flatMap((_, index) =>
      index % wordsPerRow === 0
        ? [{ text: words.slice(index, index + wordsPerRow).join(' '), category, priority: null, weight: lexiconWeight }]
        : [],
    );
  });
}

function exampleOf({ text, category, priority, weight = 1 }: TrainingRow): Example {
  return {
    features: featuresOf({ description: text }),
    category: category === null ? -1 : categories.indexOf(category),
    priority: priority === null ? -1 : priorities.indexOf(priority),
    weight,
  };
}

function thinned({ buckets, weights }: Features, random: Random): Features {
  const kept = weights.map((weight) => (random.next() < dropout ? 0 : weight / (1 - dropout)));
  return { buckets: buckets.filter((_, at) => kept[at] !== 0), weights: kept.filter((weight) => weight !== 0) };
}

/** The classes from `first` on. */
type Head = { first: number; count: number };
const categoryHead: Head = { first: 0, count: categories.length };
const priorityHead: Head = { first: categories.length, count: priorities.length };

class Model {
  readonly average = new Float64Array(classCount * (bucketCount + 1));
  private readonly weights = new Float64Array(this.average.length);
  private readonly squares = new Float64Array(this.average.length).fill(1e-2);

  learn({ features, category, priority, weight }: Example, random: Random): void {
    const seen = thinned(features, random);
    this.learnField(categoryHead, seen, category, weight);
    this.learnField(priorityHead, seen, priority, priority === critical ? weight * criticalWeight : weight);
  }

  /** @param truth Place of the right class in its head; −1 when it is unknown. */
  private learnField({ first, count }: Head, features: Features, truth: number, weight: number): void {
    if (truth < 0) return;
    const scores = Array.from({ length: count }, (_, index) => this.score(features, first + index));
    softmax(scores).forEach((share, index) => {
      this.correct(features, first + index, (share - (index === truth ? 1 : 0)) * weight);
    });
  }

  remember(): void {
    for (let place = 0; place < this.weights.length; place++)
      this.average[place] = (this.average[place] as number) + (this.weights[place] as number) / averagedEpochs;
  }

  private score({ buckets, weights }: Features, label: number): number {
    const start = label * (bucketCount + 1);
    let sum = this.weights[start + bucketCount] as number;
    for (let at = 0; at < buckets.length; at++)
      sum += (this.weights[start + (buckets[at] as number)] as number) * (weights[at] as number);
    return sum;
  }

  private correct({ buckets, weights }: Features, label: number, error: number): void {
    const start = label * (bucketCount + 1);
    for (let at = 0; at < buckets.length; at++)
      this.step(start + (buckets[at] as number), error * (weights[at] as number));
    this.step(start + bucketCount, error * biasStep);
  }

  private step(place: number, slope: number): void {
    const gradient = slope + decay * (this.weights[place] as number);
    this.squares[place] = (this.squares[place] as number) + gradient * gradient;
    this.weights[place] =
      (this.weights[place] as number) - (learningRate * gradient) / Math.sqrt(this.squares[place] as number);
  }
}

function quantised(weights: Float64Array): Uint8Array {
  let highest = 0;
  for (const weight of weights) highest = Math.max(highest, Math.abs(weight));
  const step = Math.fround(highest / highestByte || 1);
  const artefact = new Uint8Array(artefactLength);
  new DataView(artefact.buffer).setFloat32(0, step, true);
  new Int8Array(artefact.buffer, 4).set(weights.map((weight) => Math.round(weight / step)));
  return artefact;
}
