/** What can be chosen by a number after a key, and how each choice reads. */
import type { ReactNode } from 'react';
import { properties } from '../tickets/properties.js';
import { snoozeChoices } from '../tickets/snooze/snoozeChoices.js';
import { describeSnooze } from '../tickets/snooze/useSnoozeTickets.js';
import type { DecisionKind } from './queue.js';
import type { Decision } from './useTriageTicket.js';

export type Question = 'category' | 'priority' | 'snooze';

export interface Answer {
  name: string;
  glyph: ReactNode;
  decision: Decision;
  kind: DecisionKind;
  /** What was decided, after the number of the ticket. */
  words: string;
}

export const questions = {
  category: { label: 'Category', keys: 't' },
  priority: { label: 'Priority', keys: 'p' },
  snooze: { label: 'Snooze', keys: 'h' },
} as const satisfies Record<Question, { label: string; keys: string }>;

/** `suggested` are the values that triage proposes: choosing one of them agrees with it. */
export function answersTo(
  question: Question,
  suggested: { category?: string; priority?: string } | null,
  now: number,
  timeZone: string,
): Answer[] {
  if (question === 'snooze') {
    return snoozeChoices(now, timeZone).flatMap(({ name, until }) =>
      until === null
        ? []
        : {
            name,
            glyph: null,
            decision: { snoozeUntil: until },
            kind: 'snoozed',
            words: describeSnooze({ until }, timeZone),
          },
    );
  }
  const { values, names, glyph } = properties[question];
  return (values as readonly (keyof typeof names)[]).map((value) => ({
    name: names[value],
    glyph: (glyph as (value: string, size: number) => ReactNode)(value, 16),
    decision: { [question]: value },
    kind: suggested?.[question] === value ? 'accepted' : 'overridden',
    words: names[value],
  }));
}
