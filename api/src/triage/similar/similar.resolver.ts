import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { NotFoundError } from '../../errors.js';
import { numberOf } from '../../relay/global-id.js';
import { answer, filled } from '../../relay/payload.js';
import { Ticket } from '../../tickets/ticket.entity.js';
import { SuggestTriagePayload } from '../suggestions/suggestion.payloads.js';
import { IncidentProposal } from './incident-proposal.js';
import { incidentMinutes, leastPeople } from './incident-proposals.js';
import { mostSimilar, type Similar } from './similar.service.js';
import { DismissSimilarInput, DismissSimilarPayload, SimilarTicket } from './similar-ticket.js';

@Resolver(() => Ticket)
export class SimilarTicketsResolver {
  @FieldResolver(() => [SimilarTicket], {
    description: `Open or recent tickets that tell of the same: those of the same requester first, then the most similar; those that were dismissed are left out. At most ${mostSimilar}.`,
  })
  async similarTickets(
    @Root() { number }: Ticket,
    @Arg('first', () => Int, { defaultValue: 5, description: 'How many.' }) first: number,
    @Ctx() { loaders }: Context,
  ): Promise<SimilarTicket[]> {
    return withTickets(await loaders.similarTickets(number), first, loaders);
  }

  @FieldResolver(() => IncidentProposal, {
    nullable: true,
    description: `The incident that this ticket may be part of: tickets like it belong to an unfinished incident, or at least ${leastPeople} people wrote tickets like it within ${incidentMinutes} minutes of it. Pairs dismissed with \`dismissSimilar\` do not count. Null if there is none, if the ticket is finished, or if it is already part of an incident.`,
  })
  async incidentProposal(@Root() { number }: Ticket, @Ctx() { loaders }: Context): Promise<IncidentProposal | null> {
    const proposed = await loaders.incidentProposal(number);
    if (!proposed) return null;
    const [incident, ...tickets] = await Promise.all(
      [proposed.incident, ...proposed.tickets].map((one) => loaders.ticket.load(one)),
    );
    const there = tickets.filter((ticket) => ticket !== null);
    if (!incident || there.length === 0) return null;
    return filled(new IncidentProposal(), { ...proposed, incident, tickets: there });
  }

  @Mutation(() => DismissSimilarPayload, {
    description: 'Two tickets are not about the same: do not propose either for the other again.',
  })
  async dismissSimilar(
    @Arg('input', () => DismissSimilarInput, { description: 'Which two.' }) { ticketId, otherId }: DismissSimilarInput,
    @Ctx() { caller, services, loaders }: Context,
  ): Promise<DismissSimilarPayload> {
    return answer(new DismissSimilarPayload(), async () => {
      const [number, other] = [numberOf('Ticket', ticketId), numberOf('Ticket', otherId)];
      if (number === null) throw new NotFoundError('There is no ticket with this id.', ['ticketId']);
      if (other === null) throw new NotFoundError('There is no ticket with this id.', ['otherId']);
      await services.triage.similar.dismiss(caller, number, other);
      return { ticket: await loaders.ticket.load(number) };
    });
  }
}

/** Whoever writes a ticket for somebody learns that it may be there already. */
@Resolver(() => SuggestTriagePayload)
export class SimilarToTextResolver {
  @FieldResolver(() => [SimilarTicket], {
    description: `Open or recent tickets that tell of the same as the text, the most similar first, for the team. Empty where the input is wrong. At most ${mostSimilar}.`,
  })
  async similarTickets(
    @Root() { text, suggestion }: SuggestTriagePayload,
    @Arg('first', () => Int, { defaultValue: 3, description: 'How many.' }) first: number,
    @Ctx() { caller, services, loaders }: Context,
  ): Promise<SimilarTicket[]> {
    if (!text) return [];
    const asked = { ...text, number: suggestion?.ticketNumber ?? null, requesterKey: null };
    return withTickets(await services.triage.similar.of(caller, asked), first, loaders);
  }
}

async function withTickets(
  similar: readonly Similar[],
  first: number,
  { ticket: tickets }: Context['loaders'],
): Promise<SimilarTicket[]> {
  const wanted = similar.slice(0, Math.min(Math.max(first, 0), mostSimilar));
  const found = await Promise.all(
    wanted.map(async ({ number, commonWords, ...rest }) => {
      const ticket = await tickets.load(number);
      return ticket ? [filled(new SimilarTicket(), { ...rest, commonWords: [...commonWords], ticket })] : [];
    }),
  );
  return found.flat();
}
