/** Tickets of REST as JSON that is bytes already; a later feature knows how. Null: they must be read as objects. */
import type { Caller } from '../../caller.js';
import type { PageRequest } from '../../database/keyset.js';
import type { ReadyBytes } from '../../http/ready-bytes.js';
import type { TicketFilter } from '../read/ticket-filter.js';
import type { TicketOrder } from '../read/ticket-order.js';
import type { Ticket } from '../ticket.entity.js';

export type DirectPage = {
  readonly bytes: ReadyBytes;
  readonly count: number | null;
  /** After which the next page begins; null where there is none. */
  readonly last: Ticket | null;
};

export type DirectTickets = {
  one(caller: Caller, number: number): Promise<{ readonly bytes: ReadyBytes; readonly version: string } | null>;
  page(caller: Caller, filter: TicketFilter, order: TicketOrder, request: PageRequest): Promise<DirectPage | null>;
  /** The JSON of all in pieces; null for a search. */
  all(caller: Caller, filter: TicketFilter, order: TicketOrder): AsyncGenerator<string | ReadyBytes> | null;
};
