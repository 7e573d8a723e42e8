/**
 * `npm run train:triage [-- --check | --cross-validate]`: trains the classifier that ships with the product and prints how
 * it does on the sets that nothing is trained on. `--check` only compares the bytes. `--cross-validate` trains five times
 * more, each time without a fifth of the sentence cores, and prints how these are answered.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readCorpus, readTrainingRows } from '../../src/triage/engines/local/corpus.js';
import { type Answer, answersOf, crossValidate, figuresOf } from '../../src/triage/engines/local/figures.js';
import { LocalClassifier } from '../../src/triage/engines/local/local-classifier.js';
import { trainClassifier } from '../../src/triage/engines/local/train.js';

const FOLDS = 5;
const artefactFile = new URL('../../src/triage/engines/local/classifier.bin', import.meta.url);

function print(sets: Record<string, Answer[]>): void {
  const figures: Record<string, Record<string, number>> = {};
  for (const [set, answers] of Object.entries(sets)) {
    for (const [figure, value] of Object.entries(figuresOf(answers))) {
      figures[figure] = { ...figures[figure], [set]: Math.round(value * 1000) / 1000 };
    }
  }
  console.table(figures);
}

const { values } = parseArgs({ options: { check: { type: 'boolean' }, 'cross-validate': { type: 'boolean' } } });
const rows = readTrainingRows();
const artefact = trainClassifier(rows);
if (!values.check) writeFileSync(artefactFile, artefact);
else if (Buffer.compare(artefact, readFileSync(artefactFile)) !== 0) {
  console.error(
    'The committed classifier is not what the corpus gives. Run "npm run train:triage" and commit the result.',
  );
  process.exit(1);
}

const classifier = LocalClassifier.load(artefact);
print({
  ...(values['cross-validate'] && { 'cross-validation': crossValidate(rows, FOLDS) }),
  dev: answersOf(classifier, readCorpus('dev')),
  holdout: answersOf(classifier, readCorpus('holdout')),
});
