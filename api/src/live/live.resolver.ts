import { Arg, Ctx, FieldResolver, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../context.js';
import { Request, RequestMessageEdge } from '../conversation/requests/request.js';
import { TimelineEdge } from '../conversation/timeline/timeline.js';
import { NotFoundError } from '../errors.js';
import { Actor } from '../identity/accounts/user.js';
import { Viewer } from '../identity/graphql/viewer.js';
import { edgeOf } from '../relay/connection.js';
import { numberOf } from '../relay/global-id.js';
import { filterOf } from '../tickets/graphql/assignment-ids.js';
import { TicketEdge } from '../tickets/graphql/ticket.payloads.js';
import { TicketFilterInput } from '../tickets/graphql/ticket-filter.inputs.js';
import { newestFirst, positionIn } from '../tickets/read/ticket-order.js';
import { Ticket } from '../tickets/ticket.entity.js';
import { actorOf } from '../trail/actor.js';
import { ChangeKind } from './change-kind.js';
import { PresenceChange } from './presence.js';
import { RequestChange } from './request-changes.js';
import { TicketChange } from './ticket-changes.js';
import { TimelineChange } from './timeline-changes.js';

type Asked<Arguments> = { readonly args: Arguments; readonly context: Context };

const afterText =
  'The cursor of the last message: begins with what was missed since. Left out: from now on. One that is unknown, or too old, is answered by RESYNC.';

/** @throws NotFoundError for what is no id of a ticket */
function ticketNumberOf(id: string): number {
  const number = numberOf('Ticket', id);
  if (number === null) throw new NotFoundError('There is no ticket with this id.', ['ticketId']);
  return number;
}

/** The source of each subscription asks the service; its field answers one event of it as it is. */
@Resolver()
export class LiveResolver {
  @Subscription(() => TicketChange, {
    subscribe: ({ args: { filter, after }, context }: Asked<{ filter?: TicketFilterInput; after?: string }>) => {
      const { caller, services } = context;
      return services.live.ticketChanges.follow(caller, filter ? filterOf(caller, filter) : {}, after ?? null);
    },
    description:
      'Tickets that come into a list, change within it, or leave it: one message for each ticket and transaction.',
  })
  ticketChanges(
    @Root() change: TicketChange,
    @Arg('filter', () => TicketFilterInput, { nullable: true, description: 'Which list. Default: all tickets.' })
    _filter: TicketFilterInput | null,
    @Arg('after', () => String, { nullable: true, description: afterText }) _after: string | null,
  ): TicketChange {
    return change;
  }

  @Subscription(() => TimelineChange, {
    subscribe: ({ args: { ticketId, after }, context }: Asked<{ ticketId: string; after?: string }>) =>
      context.services.live.timelineChanges.follow(context.caller, ticketNumberOf(ticketId), after ?? null),
    description:
      'What is added to the timeline of one ticket, changes in it or leaves it. Without the scope NOTES_READ there are no notes in it.',
  })
  timelineChanges(
    @Root() change: TimelineChange,
    @Arg('ticketId', () => ID, { description: 'Of which ticket.' }) _ticketId: string,
    @Arg('after', () => String, { nullable: true, description: afterText }) _after: string | null,
  ): TimelineChange {
    return change;
  }

  @Subscription(() => PresenceChange, {
    subscribe: ({ args: { ticketId }, context }: Asked<{ ticketId: string }>) =>
      context.services.live.presence.follow(ticketNumberOf(ticketId)),
    description: 'Who is at a ticket: now, and whenever somebody comes, goes, or begins something else there.',
  })
  presenceChanges(
    @Root() change: PresenceChange,
    @Arg('ticketId', () => ID, { description: 'At which ticket.' }) _ticketId: string,
  ): PresenceChange {
    return change;
  }

  @Subscription(() => RequestChange, {
    subscribe: ({ args: { after }, context }: Asked<{ after?: string }>) =>
      context.services.live.requestChanges.follow(context.caller, after ?? null),
    description:
      'What happens to a request, for the holder of its link; connect to /graphql?as=request. A reply comes once it cannot be taken back.',
  })
  requestChanges(
    @Root() change: RequestChange,
    @Arg('after', () => String, { nullable: true, description: afterText }) _after: string | null,
  ): RequestChange {
    return change;
  }
}

@Resolver(() => Viewer)
export class LiveCursorResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The cursor of this moment: ask for it before reading, follow from it, and nothing is missed between. Null for callers who may follow nothing.',
  })
  async liveCursor(@Root() _viewer: Viewer, @Ctx() { caller, services: { live } }: Context): Promise<string | null> {
    return caller.kind === 'nobody' ? null : live.now();
  }
}

@Resolver(() => TicketChange)
export class TicketChangeResolver {
  @FieldResolver(() => TicketEdge, {
    nullable: true,
    description:
      'The ticket as it is now, with its place in a list of the newest; null where it left the list or is gone.',
  })
  async ticketEdge(
    @Root() { kind, ticketNumber }: TicketChange,
    @Ctx() { loaders }: Context,
  ): Promise<TicketEdge | null> {
    if (ticketNumber === null || kind === ChangeKind.REMOVED) return null;
    const ticket = await loaders.ticket.load(ticketNumber);
    return ticket && edgeOf(ticket, positionIn(newestFirst)(ticket));
  }

  @FieldResolver(() => Actor, { nullable: true, description: 'Who did it; null for callers without a name.' })
  async by(@Root() { change }: TicketChange, @Ctx() { loaders }: Context): Promise<Actor | null> {
    return change && actorOf(change, loaders);
  }
}

@Resolver(() => TimelineChange)
export class TimelineChangeResolver {
  @FieldResolver(() => TimelineEdge, { nullable: true, description: 'The entry and its place; null where it is gone.' })
  async timelineEdge(
    @Root() { change, kind }: TimelineChange,
    @Ctx() { caller, loaders, services: { timeline } }: Context,
  ): Promise<TimelineEdge | null> {
    if (!change || kind === ChangeKind.REMOVED) return null;
    const { replyKey, noteKey, key } = change;
    if (replyKey === null && noteKey === null) {
      const event = await loaders.event.load(key);
      return event && edgeOf(event, { sort: null, number: Number(key) });
    }
    const item = replyKey !== null ? await loaders.reply.load(replyKey) : await loaders.note.load(noteKey ?? '');
    return item && edgeOf(item, await timeline.positionOf(caller, item));
  }

  @FieldResolver(() => Ticket, { nullable: true, description: 'The ticket as it is now; null where it was deleted.' })
  ticket(@Root() { ticketNumber }: TimelineChange, @Ctx() { loaders }: Context): Promise<Ticket | null> {
    return loaders.ticket.load(ticketNumber);
  }
}

@Resolver(() => RequestChange)
export class RequestChangeResolver {
  @FieldResolver(() => RequestMessageEdge, { nullable: true, description: 'What was said; null where nothing was.' })
  async messageEdge(
    @Root() { replyKey }: RequestChange,
    @Ctx() { caller, services: { requests } }: Context,
  ): Promise<RequestMessageEdge | null> {
    const message = replyKey === null ? null : await requests.message(caller, Number(replyKey));
    return message && edgeOf(message, { sort: null, number: message.place });
  }

  @FieldResolver(() => Request, { nullable: true, description: 'The request as it is now; null where it is gone.' })
  request(@Root() _change: RequestChange, @Ctx() { caller, services: { requests } }: Context): Promise<Request | null> {
    return requests.get(caller);
  }
}
