import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { ConnectionArguments, pageRequest } from '../../relay/connection.js';
import { numberOf } from '../../relay/global-id.js';
import { answer } from '../../relay/payload.js';
import { isPositionIn, newestFirst } from '../read/ticket-order.js';
import { Ticket } from '../ticket.entity.js';
import { MergeTicketsInput, MergeTicketsPayload, UnmergeTicketInput, UnmergeTicketPayload } from './merging.js';
import { TicketConnection, unknownTicket } from './ticket.payloads.js';

/** Tickets that go on in another one. */
@Resolver(() => Ticket)
export class MergingResolver {
  @FieldResolver(() => Ticket, {
    nullable: true,
    description: 'The ticket that goes on with this one; null where it stands for itself.',
  })
  async mergedInto(@Root() { mergedIntoKey }: Ticket, @Ctx() { loaders }: Context): Promise<Ticket | null> {
    return mergedIntoKey == null ? null : loaders.ticket.load(mergedIntoKey);
  }

  @FieldResolver(() => TicketConnection, { description: 'The tickets that go on in this one, newest first.' })
  mergedTickets(
    @Root() { number }: Ticket,
    @Args(() => ConnectionArguments) args: ConnectionArguments,
    @Ctx() { caller, services: { tickets } }: Context,
  ): TicketConnection {
    const request = pageRequest(args, isPositionIn(newestFirst));
    const wanted = { mergedInto: number };
    return new TicketConnection(
      () => tickets.page(caller, wanted, newestFirst, request),
      () => tickets.count(caller, wanted),
    );
  }

  @Mutation(() => MergeTicketsPayload, {
    description:
      'Let one ticket go on for others: it shows their messages, notes and events as well, and they leave lists and statistics. Can be undone.',
  })
  mergeTickets(
    @Arg('input', () => MergeTicketsInput, { description: 'Which tickets, and into which.' })
    { intoId, ids, allowDifferentRequesters }: MergeTicketsInput,
    @Ctx() { caller, services, loaders }: Context,
  ): Promise<MergeTicketsPayload> {
    return answer(new MergeTicketsPayload(), async () => {
      const into = numberOf('Ticket', intoId);
      if (into === null) throw unknownTicket(['intoId']);
      const numbers = ids.map((id, index) => {
        const number = numberOf('Ticket', id);
        if (number === null) throw unknownTicket(['ids', String(index)]);
        return number;
      });
      const options = { allowDifferentRequesters: allowDifferentRequesters ?? false };
      const merged = await services.merges.merge(caller, into, numbers, options);
      loaders.ticket.clearAll();
      return merged;
    });
  }

  @Mutation(() => UnmergeTicketPayload, {
    description: 'Let a merged ticket stand for itself again, with everything that was its own.',
  })
  unmergeTicket(
    @Arg('input', () => UnmergeTicketInput, { description: 'Which ticket.' }) { id }: UnmergeTicketInput,
    @Ctx() { caller, services, loaders }: Context,
  ): Promise<UnmergeTicketPayload> {
    return answer(new UnmergeTicketPayload(), async () => {
      const number = numberOf('Ticket', id);
      if (number === null) throw unknownTicket(['id']);
      const taken = await services.merges.unmerge(caller, number);
      loaders.ticket.clearAll();
      return taken;
    });
  }
}
