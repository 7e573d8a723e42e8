import type { Caller } from '../../caller.js';
import { InvalidInputError } from '../../errors.js';
import type { Ticket } from '../../tickets/ticket.entity.js';
import type { ProposedIncident } from './incident-proposals.js';
import type { Similar } from './similar.service.js';

/** How many tickets one request may ask about: each is a search of its own. */
const mostAsked = 10;

type Finders = {
  readonly similar: { of(caller: Caller, ticket: Ticket): Promise<Similar[]> };
  readonly incidentProposals: {
    of(caller: Caller, number: number, alike: readonly Similar[]): Promise<ProposedIncident | null>;
  };
};

type SimilarLoaders = {
  similarTickets(number: number): Promise<Similar[]>;
  incidentProposal(number: number): Promise<ProposedIncident | null>;
};

/** Fresh for every request, whose questions are counted. Both fields of one ticket share a search. */
export function similarLoaders(
  caller: Caller,
  { similar, incidentProposals }: Finders,
  ticketOf: (number: number) => Promise<Ticket | null>,
): SimilarLoaders {
  const searches = new Map<number, Promise<Similar[]>>();
  const search = async (number: number) => {
    const ticket = await ticketOf(number);
    return ticket ? similar.of(caller, ticket) : [];
  };
  const similarTickets = (number: number, field = 'similarTickets') => {
    const known = searches.get(number);
    if (known !== undefined) return known;
    if (searches.size === mostAsked) {
      const message = `\`${field}\` is answered for at most ${mostAsked} tickets in one request.`;
      throw new InvalidInputError([{ path: [field], code: 'invalid', message }]);
    }
    const found = search(number);
    searches.set(number, found);
    return found;
  };
  return {
    similarTickets: async (number) => similarTickets(number),
    incidentProposal: async (number) =>
      incidentProposals.of(caller, number, await similarTickets(number, 'incidentProposal')),
  };
}
