/** The thread of one training: corpus and labels in; artefact, version and scores out. */
import { parentPort, workerData } from 'node:worker_threads';
import { readCorpus, readTrainingRows, readWritten } from '../engines/local/corpus.js';
import { LocalClassifier, loadBuiltInClassifier } from '../engines/local/local-classifier.js';
import { type TrainingRow, trainClassifier } from '../engines/local/train.js';
import type { LabelledText, TrainingResult, TrainingTask } from './retraining.js';

/** What one decision of the team weighs against a row of the corpus, which is about other people's desks. */
const LABEL_WEIGHT = 4;

parentPort?.postMessage(train(workerData as TrainingTask));

function train({ labels, heldOut, inUse }: TrainingTask): TrainingResult {
  const artefact = trainClassifier([...readTrainingRows(), ...labels.map(rowOf)]);
  const candidate = LocalClassifier.load(artefact);
  const builtIn = loadBuiltInClassifier();
  const rival = inUse ? LocalClassifier.load(inUse) : builtIn;
  const dev = [...readCorpus('dev'), ...readWritten('dev')].map((row) => ({
    ...row,
    title: '',
    description: row.text,
  }));
  const devOf = (classifier: LocalClassifier) => share(hitsOf(classifier, dev)) ?? 0;
  const hits = { candidate: hitsOf(candidate, heldOut), inUse: hitsOf(rival, heldOut) };
  return {
    version: candidate.version,
    artefact,
    scores: {
      candidate: { heldOut: share(hits.candidate), dev: devOf(candidate) },
      inUse: { heldOut: share(hits.inUse), dev: devOf(rival) },
      builtIn: { dev: devOf(builtIn) },
      heldOut: {
        confirmed: heldOut.filter(({ confirmed }) => confirmed).length,
        gained: hits.candidate.filter((hit, index) => hit && !hits.inUse[index]).length,
        lost: hits.candidate.filter((hit, index) => !hit && hits.inUse[index]).length,
      },
    },
  };
}

function rowOf({ title, description, category, priority }: LabelledText): TrainingRow {
  return { text: `${title}\n${description}`, category, priority, weight: LABEL_WEIGHT };
}

/** For each labelled field, whether the classifier gets it right. */
function hitsOf(classifier: LocalClassifier, tickets: readonly Omit<LabelledText, 'confirmed'>[]): boolean[] {
  return tickets.flatMap((ticket) => {
    const { category, priority } = classifier.predict(ticket);
    return [
      ...(ticket.category ? [category.value === ticket.category] : []),
      ...(ticket.priority ? [priority.value === ticket.priority] : []),
    ];
  });
}

function share(hits: readonly boolean[]): number | null {
  return hits.length === 0 ? null : hits.filter(Boolean).length / hits.length;
}
