import { untilAnswer } from '../fields/snooze.js';

type Given = {
  readonly snoozedUntil?: string | null | undefined;
  readonly snoozeUntilAnswer?: boolean | null | undefined;
};

/** The two fields of the graph as the one value that the service knows. A time outweighs the wait for an answer, which ends any snooze. */
export function withSnooze<Fields extends Given>({ snoozedUntil, snoozeUntilAnswer, ...fields }: Fields) {
  if (snoozedUntil == null && snoozeUntilAnswer) return { ...fields, snoozedUntil: untilAnswer };
  const wakes = snoozedUntil === undefined && snoozeUntilAnswer === false;
  if (snoozedUntil === undefined && !wakes) return fields;
  return { ...fields, snoozedUntil: snoozedUntil ?? null };
}
