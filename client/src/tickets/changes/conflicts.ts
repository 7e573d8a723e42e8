/** Disputes between two people over one ticket, waiting for an answer. A mutation asks here; ConflictDialog puts the question. */
import { createStore, type ReadableStore } from '../../ui/store.js';
import type { ChangedField, TicketChange, TicketValues } from './ticketChange.js';

export interface Conflict {
  number: number;
  fields: ChangedField[];
  seen: TicketValues;
  mine: TicketChange;
  theirs: TicketValues;
  /** When the other change was saved. */
  changedAt: string;
}

export type Resolution = 'mine' | 'theirs';

export interface Question {
  conflict: Conflict;
  answer: (resolution: Resolution) => void;
}

const questions = createStore<readonly Question[]>([]);

/** Resolves once the person has chosen. One question at a time is shown, in the order they came. */
export function askWhoseValue(conflict: Conflict): Promise<Resolution> {
  return new Promise((resolve) => {
    const question: Question = {
      conflict,
      answer(resolution) {
        questions.publish(questions.read().filter((other) => other !== question));
        resolve(resolution);
      },
    };
    questions.publish([...questions.read(), question]);
  });
}

/** The question to put now. */
export const conflictStore: ReadableStore<Question | null> = {
  ...questions,
  read: () => questions.read()[0] ?? null,
};
