/** The labelled tickets that this repository owns: rows to train on, and two sets that nothing is ever trained on. */
import { readdirSync, readFileSync } from 'node:fs';
import { TicketCategory, TicketPriority } from '../../../tickets/fields/ticket-values.js';
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
/** Tickets by kind of fault and by language weigh less: heavier ones take accuracy from the rest. */
const kindWeight = 3;
const languageWeight = 2;

export function readTrainingRows(): CorpusRow[] {
  const weighing = (weight: number) => (row: CorpusRow) => ({ ...row, weight });
  return [
    ...readCorpus('train'),
    ...readCorpus('tickets').map(weighing(ticketWeight)),
    ...readWritten('train').map((row) => weighing(row.language === 'en' ? kindWeight : languageWeight)(row)),
  ];
}

const categoryOfLetter = {
  b: TicketCategory.BILLING,
  a: TicketCategory.ACCOUNT,
  t: TicketCategory.TECHNICAL,
  g: TicketCategory.GENERAL,
};
const priorityOfLetter = {
  c: TicketPriority.CRITICAL,
  h: TicketPriority.HIGH,
  m: TicketPriority.MEDIUM,
  l: TicketPriority.LOW,
};

/**
 * Tickets written in full, a file for each language. A line has a letter for the category, one for the priority, and the
 * text: "bh I was charged twice". Nothing is ever trained on those in `dev`.
 */
export function readWritten(set: 'train' | 'dev'): CorpusRow[] {
  const folder = new URL(`../../corpus/written/${set}/`, import.meta.url);
  return readdirSync(folder)
    .sort()
    .flatMap((file) => readWrittenFile(new URL(file, folder), set, file.replace(/[-.].*/, '')));
}

function readWrittenFile(file: URL, set: string, language: string): CorpusRow[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line, index) => {
    const [, category, priority, text] = /^([batg])([chml]) (.+)$/.exec(line) ?? [];
    if (!text) throw new Error(`Line ${index + 1} of ${file.pathname} is no labelled ticket.`);
    return {
      text,
      category: categoryOfLetter[category as keyof typeof categoryOfLetter],
      priority: priorityOfLetter[priority as keyof typeof priorityOfLetter],
      intent: `${set} ${language} ${index}`,
      language,
    };
  });
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
