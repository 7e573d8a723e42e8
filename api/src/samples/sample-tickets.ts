/** Sample tickets: varied, plausible, and the same for the same seed but for their times, which count back from now. */

import { isFinished, TicketCategory, TicketPriority, TicketStatus } from '../tickets/fields/ticket-values.js';
import type { ImportedTicket } from '../tickets/write/ticket-writes.js';
import { Random } from './random.js';
import { arrivals, timeToResolve } from './sample-calendar.js';
import { sampleText } from './sample-text.js';

const categories = { technical: 43, billing: 25, account: 19, general: 13 } satisfies Record<TicketCategory, number>;

/** Few general tickets are urgent, and hardly any of them critical. */
const priorities = {
  [TicketCategory.BILLING]: { low: 25, medium: 45, high: 27, critical: 3 },
  [TicketCategory.TECHNICAL]: { low: 18, medium: 42, high: 32, critical: 8 },
  [TicketCategory.ACCOUNT]: { low: 28, medium: 44, high: 25, critical: 3 },
  [TicketCategory.GENERAL]: { low: 62, medium: 31, high: 6.8, critical: 0.2 },
} satisfies Record<TicketCategory, Record<TicketPriority, number>>;

/** After which a resolved ticket is closed. */
const settlingMs = 7 * 86_400_000;

/** One of the latest tickets is an incident that nobody has ended yet: without it no inbox shows what is urgent. */
const incident = { fromEnd: 3, least: 20, lastsMs: 2 * 86_400_000 };

/** Oldest first. */
export function* sampleTickets(
  count: number,
  { days, seed = 1, now = Date.now() }: { days: number; seed?: number; now?: number },
): Generator<ImportedTicket> {
  const random = new Random(seed);
  let left = count;
  for (const createdAt of arrivals(count, days, now, new Random(seed + 1))) {
    const isIncident = left-- === incident.fromEnd && count >= incident.least;
    const category = isIncident ? TicketCategory.TECHNICAL : random.pickWeighted<TicketCategory>(categories);
    const priority = isIncident ? TicketPriority.CRITICAL : random.pickWeighted<TicketPriority>(priorities[category]);
    const usual = timeToResolve(priority, random);
    const duration = isIncident ? Math.max(usual, incident.lastsMs) : usual;
    const status = statusAt(now - createdAt, duration, random);
    yield {
      ...sampleText(category, priority, random),
      category,
      priority,
      status,
      created_at: new Date(createdAt).toISOString(),
      resolved_at: isFinished(status) ? new Date(createdAt + duration).toISOString() : null,
      external_id: null,
    };
  }
}

/** Of a ticket of this age that takes so long. */
function statusAt(age: number, duration: number, random: Random): TicketStatus {
  if (age < duration) return age > duration * 0.3 ? TicketStatus.IN_PROGRESS : TicketStatus.OPEN;
  return age > duration + settlingMs && random.chance(0.85) ? TicketStatus.CLOSED : TicketStatus.RESOLVED;
}
