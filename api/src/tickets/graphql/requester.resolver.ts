import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { Requester } from '../../people/requester.js';
import { ConnectionArguments, pageRequest } from '../../relay/connection.js';
import { isPositionIn, newestFirst } from '../read/ticket-order.js';
import { Ticket } from '../ticket.entity.js';
import { filterOf } from './assignment-ids.js';
import { TicketConnection } from './ticket.payloads.js';
import { TicketFilterInput } from './ticket-filter.inputs.js';

/** Who asked. */
@Resolver(() => Ticket)
export class TicketRequesterResolver {
  @FieldResolver(() => Requester, {
    nullable: true,
    description: 'Who asked; null where nobody is known, and once they were erased.',
  })
  async requester(@Root() { requesterKey }: Ticket, @Ctx() { loaders }: Context): Promise<Requester | null> {
    return requesterKey == null ? null : loaders.requester.load(requesterKey);
  }
}

/** Tickets come after people, so they add this field to them. */
@Resolver(() => Requester)
export class RequesterTicketsResolver {
  @FieldResolver(() => TicketConnection, { description: 'Their tickets, newest first.' })
  tickets(
    @Root() { key }: Requester,
    @Arg('filter', () => TicketFilterInput, { nullable: true, description: 'Which of them. Default: all.' })
    filter: TicketFilterInput | null,
    @Args(() => ConnectionArguments) args: ConnectionArguments,
    @Ctx() { caller, services: { tickets } }: Context,
  ): TicketConnection {
    const request = pageRequest(args, isPositionIn(newestFirst));
    const wanted = { ...filterOf(caller, filter ?? {}), requester: key };
    return new TicketConnection(
      () => tickets.page(caller, wanted, newestFirst, request),
      () => tickets.count(caller, wanted),
    );
  }
}
