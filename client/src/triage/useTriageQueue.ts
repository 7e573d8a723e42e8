import { useReducer, useState } from 'react';
import { runToastAction } from '../ui/feedback/toasts.js';
import { advance, type DecisionKind, emptyQueue } from './queue.js';
import { type Decision, useTriageTicket } from './useTriageTicket.js';

/** Working through the queue: every key shows its effect at once, and what the desk refuses comes back. */
export function useTriageQueue() {
  const [queue, step] = useReducer(advance, emptyQueue);
  const [startedAt, setStartedAt] = useState<number | null>(null);
  const [endedAt, setEndedAt] = useState(0);
  const { decide, undo } = useTriageTicket();
  const current = queue.items[queue.index] ?? null;
  return {
    queue,
    current,
    tookMs: startedAt === null ? 0 : endedAt - startedAt,
    step,
    async decide(decision: Decision, kind: DecisionKind, words: string) {
      if (!current) return;
      const now = Date.now();
      if (startedAt === null) setStartedAt(now);
      setEndedAt(now);
      step({ type: 'decided', kind, words: `T-${current.number}: ${words}` });
      if (!(await decide(current, decision))) step({ type: 'refused', id: current.id });
    },
    async undo() {
      const last = queue.decided.at(-1);
      if (!last) return void runToastAction('z');
      step({ type: 'undone' });
      if (!(await undo(last.ticket))) step({ type: 'stands', id: last.ticket.id });
    },
  };
}
