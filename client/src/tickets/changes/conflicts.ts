/** Disputes between two people over one ticket, waiting for an answer. A mutation asks here; ConflictDialog puts the question. */
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

let questions: readonly Question[] = [];
const listeners = new Set<() => void>();

function publish(next: readonly Question[]) {
  questions = next;
  for (const listener of listeners) listener();
}

/** Resolves once the person has chosen. One question at a time is shown, in the order they came. */
export function askWhoseValue(conflict: Conflict): Promise<Resolution> {
  return new Promise((resolve) => {
    const question: Question = {
      conflict,
      answer(resolution) {
        publish(questions.filter((other) => other !== question));
        resolve(resolution);
      },
    };
    publish([...questions, question]);
  });
}

export const conflictStore = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  read: () => questions[0] ?? null,
};
