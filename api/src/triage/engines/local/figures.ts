/** How well a classifier does on labelled tickets, in the figures of the model card. */
import { TicketPriority } from '../../../tickets/fields/ticket-values.js';
import { evaluate, type Scored, withinOneLevel } from '../../learning/evaluation.js';
import type { CorpusRow } from './corpus.js';
import { categories, LocalClassifier, type LocalPrediction, priorities } from './local-classifier.js';
import { trainClassifier } from './train.js';

export type Answer = { readonly row: CorpusRow; readonly prediction: LocalPrediction };

export function answersOf(classifier: LocalClassifier, rows: readonly CorpusRow[]): Answer[] {
  return rows.map((row) => ({ row, prediction: classifier.predict({ description: row.text }) }));
}

/**
 * Every row is answered by a classifier that saw no row of the same core. Rows drawn at random would meet near copies of
 * themselves in training, and every figure would be too good.
 */
export function crossValidate(rows: readonly CorpusRow[], folds: number): Answer[] {
  const cores = [...new Set(rows.map(({ intent }) => intent))].sort();
  const foldOf = new Map(cores.map((core, index) => [core, index % folds]));
  return Array.from({ length: folds }, (_, fold) => {
    const isHeldOut = ({ intent }: CorpusRow) => foldOf.get(intent) === fold;
    const classifier = LocalClassifier.load(trainClassifier(rows.filter((row) => !isHeldOut(row))));
    return answersOf(classifier, rows.filter(isHeldOut));
  }).flat();
}

/** Shares from 0 to 1, by name. */
export function figuresOf(answers: readonly Answer[]): Record<string, number> {
  const category = evaluate(categories, scored(answers, 'category'));
  const priorityRows = scored(answers, 'priority');
  const priority = evaluate(priorities, priorityRows);
  const critical = priority.byLabel[TicketPriority.CRITICAL];
  return {
    rows: answers.length,
    'category accuracy': category.accuracy,
    'category macro-F1': category.macroF1,
    'category calibration error': category.calibrationError,
    'priority accuracy': priority.accuracy,
    'priority macro-F1': priority.macroF1,
    'within one level': withinOneLevel(priorities, priorityRows),
    'critical recall': critical.recall,
    'critical precision': critical.precision,
    'priority calibration error': priority.calibrationError,
  };
}

function scored<Field extends 'category' | 'priority'>(
  answers: readonly Answer[],
  field: Field,
): Scored<LocalPrediction[Field]['value']>[] {
  return answers.flatMap(({ row, prediction }) => {
    const expected = row[field];
    const { value, confidence } = prediction[field];
    return expected === null ? [] : [{ expected, predicted: value, confidence }];
  });
}
