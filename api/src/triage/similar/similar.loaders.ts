import type { Caller } from '../../caller.js';
import { InvalidInputError } from '../../errors.js';
import type { Ticket } from '../../tickets/ticket.entity.js';
import type { Similar, SimilarTickets } from './similar.service.js';

/** How many tickets one request may ask about: each is a search of its own. */
const mostAsked = 10;

type Load = (number: number, first: number) => Promise<Similar[]>;

/** Fresh for every request, whose questions are counted. */
export function similarLoaders(
  caller: Caller,
  similar: SimilarTickets,
  ticketOf: (number: number) => Promise<Ticket | null>,
): { readonly similarTickets: Load } {
  let asked = 0;
  const similarTickets: Load = async (number, first) => {
    if (++asked > mostAsked) {
      const message = `\`similarTickets\` is answered for at most ${mostAsked} tickets in one request.`;
      throw new InvalidInputError([{ path: ['similarTickets'], code: 'invalid', message }]);
    }
    const ticket = await ticketOf(number);
    return ticket ? similar.of(caller, ticket, first) : [];
  };
  return { similarTickets };
}
