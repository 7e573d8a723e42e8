import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import type { Position } from '../database/keyset.js';
import { Actor } from '../identity/accounts/user.js';
import { ConnectionArguments, connectionType, edgeType, pageRequest } from '../relay/connection.js';
import { Ticket } from '../tickets/ticket.entity.js';
import { actorOf } from './actor.js';
import { TicketEvent } from './event.entity.js';

const TicketEventEdge = edgeType(TicketEvent);
const TicketEventConnection = connectionType(TicketEvent, TicketEventEdge);
type TicketEventConnection = InstanceType<typeof TicketEventConnection>;

/** Events are ordered by their own number alone. */
const isEventPosition = ({ sort }: Position) => sort === null;

@Resolver(() => TicketEvent)
export class EventResolver {
  @Query(() => TicketEventConnection, {
    description: 'The trail of the desk or of one ticket, newest first. Trails of deleted tickets are there too.',
  })
  events(
    @Arg('ticketNumber', () => Int, { nullable: true, description: 'Only the trail of this ticket.' })
    ticketNumber: number | null,
    @Args(() => ConnectionArguments) args: ConnectionArguments,
    @Ctx() { caller, services }: Context,
  ): TicketEventConnection {
    const number = ticketNumber ?? null;
    const request = pageRequest(args, isEventPosition);
    return new TicketEventConnection(
      () => services.events.page(caller, number, request),
      () => services.events.count(caller, number),
    );
  }

  @FieldResolver(() => Actor, {
    nullable: true,
    description: 'Who did it; null for callers without a name, as on a desk without accounts.',
  })
  by(@Root() event: TicketEvent, @Ctx() { loaders }: Context): Promise<Actor | null> {
    return actorOf(event, loaders);
  }

  @FieldResolver(() => Ticket, { nullable: true, description: 'The ticket as it is now; null once it was deleted.' })
  ticket(@Root() event: TicketEvent, @Ctx() { loaders }: Context): Promise<Ticket | null> {
    return loaders.ticket.load(event.ticketNumber);
  }
}

/** The trail belongs to this feature, so it adds its field to the ticket; tickets know nothing of it. */
@Resolver(() => Ticket)
export class TicketEventsResolver {
  @FieldResolver(() => TicketEventConnection, { description: 'What happened to this ticket, newest first.' })
  events(
    @Root() { number }: Ticket,
    @Args(() => ConnectionArguments) args: ConnectionArguments,
    @Ctx() { loaders }: Context,
  ): TicketEventConnection {
    const request = pageRequest(args, isEventPosition);
    return new TicketEventConnection(
      () => loaders.eventPage(number, request),
      () => loaders.eventCount.load(number),
    );
  }
}
