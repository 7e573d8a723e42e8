/** The counters of the statistics as they stand, deltas included; triggers keep them in step with the tickets. */
import { ViewColumn, ViewEntity } from 'typeorm';
import type { TicketCategory, TicketPriority, TicketStatus } from '../tickets/fields/ticket-values.js';

/** Lists ask here how many tickets they hold. */
export const ticketCounters = 'ticket_count_now';

/** How many tickets share one category, priority and status; a few rows may share one too. */
@ViewEntity({ name: ticketCounters })
export class TicketCount {
  @ViewColumn()
  category!: TicketCategory;

  @ViewColumn()
  priority!: TicketPriority;

  @ViewColumn()
  status!: TicketStatus;

  @ViewColumn()
  count!: number;
}

/** How many tickets were submitted on one day of UTC. */
@ViewEntity({ name: 'ticket_day_now' })
export class TicketDay {
  @ViewColumn()
  day!: string;

  @ViewColumn()
  count!: number;
}
