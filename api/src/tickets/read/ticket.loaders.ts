import DataLoader from 'dataloader';
import type { Caller } from '../../caller.js';
import type { Ticket } from '../ticket.entity.js';
import type { TicketService } from '../ticket.service.js';

/** Fresh for every request: what one request read must not answer another. */
export function ticketLoaders(caller: Caller, tickets: TicketService) {
  return {
    ticket: new DataLoader<number, Ticket | null>(async (numbers) => {
      const byNumber = new Map((await tickets.getMany(caller, numbers)).map((ticket) => [ticket.number, ticket]));
      return numbers.map((number) => byNumber.get(number) ?? null);
    }),
  };
}
