/** The thread of one training: corpus and labels in; artefact, version and scores out. */
import { parentPort, workerData } from 'node:worker_threads';
import { readCorpus, readTrainingRows } from '../engines/local/corpus.js';
import { LocalClassifier, loadBuiltInClassifier } from '../engines/local/local-classifier.js';
import { type TrainingRow, trainClassifier } from '../engines/local/train.js';
import type { ClassifierScores } from './classifier-store.js';
import type { LabelledText, TrainingResult, TrainingTask } from './retraining.js';

/** What one decision of the team weighs against a row of the corpus, which is about other people's desks. */
const LABEL_WEIGHT = 4;

parentPort?.postMessage(train(workerData as TrainingTask));

function train({ labels, heldOut, inUse }: TrainingTask): TrainingResult {
  const artefact = trainClassifier([...readTrainingRows(), ...labels.map(rowOf)]);
  const candidate = LocalClassifier.load(artefact);
  const rival = inUse ? LocalClassifier.load(inUse) : loadBuiltInClassifier();
  const dev = readCorpus('dev').map((row) => ({ ...row, title: '', description: row.text }));
  const scoresOf = (classifier: LocalClassifier): ClassifierScores => ({
    heldOut: accuracy(classifier, heldOut),
    dev: accuracy(classifier, dev) ?? 0,
  });
  return { version: candidate.version, artefact, scores: { candidate: scoresOf(candidate), inUse: scoresOf(rival) } };
}

function rowOf({ title, description, category, priority }: LabelledText): TrainingRow {
  return { text: `${title}\n${description}`, category, priority, weight: LABEL_WEIGHT };
}

/** Share of labelled fields that the classifier gets right; null where there are none. */
function accuracy(classifier: LocalClassifier, tickets: readonly LabelledText[]): number | null {
  const hits = tickets.flatMap((ticket) => {
    const { category, priority } = classifier.predict(ticket);
    return [
      ...(ticket.category ? [category.value === ticket.category] : []),
      ...(ticket.priority ? [priority.value === ticket.priority] : []),
    ];
  });
  return hits.length === 0 ? null : hits.filter(Boolean).length / hits.length;
}
