/** How long a ticket rests. The graph's two fields are one value here and in the database, so that they cannot contradict each other. */
import { InvalidInputError, type Issue } from '../../errors.js';
import { isFinished, type TicketStatus } from './ticket-values.js';

/** Only an answer of the requester ends it; any other snooze is ended by an answer too. */
export const untilAnswer = 'infinity';

/** What is wrong with the end of a snooze; null for what may be kept. */
export function snoozeIssue(until: string | null): Issue | null {
  if (until === null || until === untilAnswer || Date.parse(until) > Date.now()) return null;
  return {
    path: ['snoozedUntil'],
    code: 'invalid',
    message: 'A ticket can only be snoozed until a time in the future.',
  };
}

type Change = { readonly snoozedUntil?: string | null; readonly status?: TicketStatus };

/** Whether a ticket of this status can be changed so: what is finished does not rest. */
export function mayRest({ snoozedUntil, status }: Change, current: TicketStatus): boolean {
  return snoozedUntil == null || !isFinished(status ?? current);
}

/** @throws InvalidInputError */
export function refuseRestOfFinished(change: Change, current: TicketStatus): void {
  if (mayRest(change, current)) return;
  const message = 'Only a ticket that is open or in progress can be snoozed.';
  throw new InvalidInputError([{ path: ['snoozedUntil'], code: 'invalid', message }]);
}
