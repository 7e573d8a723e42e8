/** The labelled tickets that this repository owns: rows to train on, and two sets that nothing is ever trained on. */
import { readFileSync } from 'node:fs';
import type { TrainingRow } from './train.js';

export type CorpusRow = TrainingRow & {
  /** The sentence core that the row was made from; rows of one core are near copies of each other. */
  readonly intent: string;
  readonly language: string | null;
};

type Line = Omit<CorpusRow, 'text' | 'intent' | 'language'> & {
  text?: string;
  title?: string;
  description?: string;
  intent?: string;
  language?: string;
};

/** What a ticket that was written in full weighs against one of the many rows that are made from a core. */
const ticketWeight = 6;

export function readTrainingRows(): CorpusRow[] {
  return [...readCorpus('train'), ...readCorpus('tickets').map((row) => ({ ...row, weight: ticketWeight }))];
}

export function readCorpus(name: 'train' | 'tickets' | 'dev' | 'holdout'): CorpusRow[] {
  const lines = readFileSync(new URL(`../../corpus/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line, index) => {
    const { text, title, description, intent, language, ...labels } = JSON.parse(line) as Line;
    return {
      ...labels,
      text: text ?? `${title}\n${description}`,
      intent: intent ?? `${name} ${index}`,
      language: language ?? null,
    };
  });
}
