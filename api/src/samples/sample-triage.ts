/** What triage says of sample tickets, and what the team of their time made of it: played, so nothing is learned from it. */
import { TicketPriority } from '../tickets/fields/ticket-values.js';
import type { ImportedTicket } from '../tickets/write/ticket-writes.js';
import type { TicketText } from '../tickets/write/triage-port.js';
import type { Suggested } from '../triage/suggestions/classification.js';
import type { Random } from './random.js';

export type TriagedSample = {
  readonly sample: ImportedTicket;
  readonly suggested: Suggested;
  readonly isReviewed: boolean;
};

/** Nobody looks at every suggestion. */
const reviewedShare = 0.4;

/** Of those that somebody looked at. */
const otherPriorityShare = 0.12;

/** How urgent something is people often see a little differently; what it is about they tell from the text. */
export async function triageSamples(
  samples: readonly ImportedTicket[],
  suggest: (text: TicketText) => Promise<Suggested>,
  random: Random,
): Promise<TriagedSample[]> {
  const triaged: TriagedSample[] = [];
  for (const sample of samples) {
    const suggested = await suggest(sample);
    const isReviewed = random.chance(reviewedShare);
    const seesOtherwise = isReviewed && random.chance(otherPriorityShare);
    const priority = seesOtherwise ? nextTo(sample.priority, random) : sample.priority;
    triaged.push({ sample: { ...sample, priority }, suggested, isReviewed });
  }
  return triaged;
}

function nextTo(priority: TicketPriority, random: Random): TicketPriority {
  const all = Object.values(TicketPriority);
  const index = all.indexOf(priority);
  const neighbours = [all[index - 1], all[index + 1]].filter((other) => other !== undefined);
  return random.pick(neighbours);
}
