import { readFileSync, writeFileSync } from 'node:fs';
import { LocalClassifier } from '../src/triage/local/local-classifier.js';
import { type TrainingRow, trainClassifier } from '../src/triage/local/train.js';

/** Trains the classifier that ships with the product and prints how it does on the dev set; `--check` only compares the bytes. */
const artefactFile = new URL('../src/triage/local/classifier.bin', import.meta.url);
const read = (name: string) =>
  readFileSync(new URL(`../src/triage/corpus/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as TrainingRow);

const artefact = trainClassifier(read('train'));
if (process.argv.includes('--check')) {
  if (Buffer.compare(artefact, readFileSync(artefactFile)) !== 0) {
    console.error(
      'The committed classifier is not what the corpus gives. Run "npm run train:triage" and commit the result.',
    );
    process.exit(1);
  }
} else {
  writeFileSync(artefactFile, artefact);
}

const classifier = LocalClassifier.load(artefact);
const dev = read('dev');
const answers = dev.map(({ text }) => classifier.predict({ description: text }));
for (const field of ['category', 'priority'] as const) {
  const pairs = dev.map((row, index) => [row[field] as string, answers[index]?.[field].value as string] as const);
  console.log(
    `${field}: accuracy ${accuracy(pairs).toFixed(3)}, macro-F1 ${macroF1(pairs).toFixed(3)} on ${dev.length} dev rows`,
  );
}

type Pair = readonly [truth: string, answer: string];

function accuracy(pairs: readonly Pair[]): number {
  return pairs.filter(([truth, answer]) => truth === answer).length / pairs.length;
}

function macroF1(pairs: readonly Pair[]): number {
  const values = [...new Set(pairs.map(([truth]) => truth))];
  const scores = values.map((value) => {
    const right = pairs.filter(([truth, answer]) => truth === value && answer === value).length;
    const wrong = pairs.filter(([truth, answer]) => (truth === value) !== (answer === value)).length;
    return (2 * right) / (2 * right + wrong);
  });
  return scores.reduce((sum, score) => sum + score, 0) / values.length;
}
