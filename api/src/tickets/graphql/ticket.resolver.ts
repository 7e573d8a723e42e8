import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Int, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.js';
import { highestRowNumber } from '../../database/row-number.js';
import { namesField } from '../../graphql/named-fields.js';
import { ConnectionArguments, pageRequest } from '../../relay/connection.js';
import { Ticket } from '../ticket.entity.js';
import './ticket.enums.js';
import { isPositionIn, newestFirst } from '../read/ticket-order.js';
import { filterOf } from './assignment-ids.js';
import { TicketConnection } from './ticket.payloads.js';
import { TicketFilterInput, TicketOrderInput } from './ticket-filter.inputs.js';

@Resolver(() => Ticket)
export class TicketResolver {
  @Query(() => Ticket, { nullable: true, description: 'The ticket with this number; null where there is none.' })
  async ticket(
    @Arg('number', () => Int, { description: 'The number that people say aloud: 1042 for T-1042.' }) number: number,
    @Ctx() { loaders }: Context,
  ): Promise<Ticket | null> {
    return number >= 1 && number <= highestRowNumber ? loaders.ticket.load(number) : null;
  }

  @Query(() => TicketConnection, { description: 'Tickets, newest first unless ordered otherwise.' })
  tickets(
    @Arg('filter', () => TicketFilterInput, { nullable: true, description: 'Which tickets. Default: all.' })
    filter: TicketFilterInput | null,
    @Arg('orderBy', () => TicketOrderInput, { nullable: true, description: 'Default: CREATED_AT DESC.' })
    orderBy: TicketOrderInput | null,
    @Args(() => ConnectionArguments) args: ConnectionArguments,
    @Ctx() { caller, services: { tickets } }: Context,
    @Info() info: GraphQLResolveInfo,
  ): TicketConnection {
    const order = orderBy ?? newestFirst;
    const request = pageRequest(args, isPositionIn(order));
    const wanted = filter ? filterOf(caller, filter) : {};
    const extent = namesField(info, 'description') ? 'whole' : 'beginning';
    return new TicketConnection(
      () => tickets.page(caller, wanted, order, request, extent),
      () => tickets.count(caller, wanted),
    );
  }
}
