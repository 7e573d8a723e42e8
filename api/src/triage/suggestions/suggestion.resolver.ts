import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { Ticket } from '../../tickets/ticket.entity.js';
import { TriageSuggestion } from './suggestion.entity.js';

@Resolver(() => TriageSuggestion)
export class SuggestionResolver {
  @FieldResolver(() => Ticket, { nullable: true, description: 'The ticket that has it; null before there is one.' })
  ticket(@Root() { ticketNumber }: TriageSuggestion, @Ctx() { loaders }: Context): Promise<Ticket | null> | null {
    return ticketNumber === null ? null : loaders.ticket.load(ticketNumber);
  }

  @FieldResolver(() => [Ticket], {
    description: 'Tickets that people had corrected and that this answer follows, most similar first; at most 4.',
  })
  async learnedFrom(@Root() suggestion: TriageSuggestion, @Ctx() { loaders }: Context): Promise<Ticket[]> {
    const tickets = await Promise.all(suggestion.learnedFrom.map((number) => loaders.ticket.load(number)));
    // Those that were deleted since are left out.
    return tickets.filter((ticket) => ticket !== null);
  }
}

/** Triage adds its field to the ticket. */
@Resolver(() => Ticket)
export class TicketSuggestionResolver {
  @FieldResolver(() => TriageSuggestion, {
    nullable: true,
    description: 'What triage suggested last, and what became of it; null where triage was never asked.',
  })
  suggestion(@Root() { number }: Ticket, @Ctx() { loaders }: Context): Promise<TriageSuggestion | null> {
    return loaders.suggestionOfTicket.load(number);
  }
}
