import type { TriageSource } from '../../tickets/write/triage-port.js';
import type { ModelFailureKind } from '../engines/llm/model-failure.js';

/** Whether the first engine that was asked answered, or what kept the language model from it. */
export type AnswerOutcome = 'answered' | ModelFailureKind;

export type AnswerCount = { readonly source: TriageSource; readonly outcome: AnswerOutcome; count: number };

/** Counts triage's answers since the process started, for whoever watches it. */
export class AnswerTally {
  private readonly counts = new Map<string, AnswerCount>();

  add(source: TriageSource, outcome: AnswerOutcome): void {
    const key = `${source} ${outcome}`;
    const known = this.counts.get(key);
    if (known) known.count++;
    else this.counts.set(key, { source, outcome, count: 1 });
  }

  all(): AnswerCount[] {
    return [...this.counts.values()];
  }
}
