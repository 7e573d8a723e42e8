import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import type { Position } from '../../database/keyset.js';
import { ConnectionArguments, pageRequest } from '../../relay/connection.js';
import { Ticket } from '../../tickets/ticket.entity.js';
import { TimelineConnection, TimelineKind } from './timeline.js';

/** Entries are ordered by their rows in the trail. */
const isPlace = ({ sort }: Position) => sort === null;

@Resolver(() => Ticket)
export class TimelineResolver {
  @FieldResolver(() => TimelineConnection, {
    description:
      'Messages, notes and events in one list, oldest first: ask for `last: 30` and go up. The description is the ticket’s own field. Without the scope NOTES_READ there are no notes in it.',
  })
  timeline(
    @Root() { number }: Ticket,
    @Arg('kinds', () => [TimelineKind], { nullable: true, description: 'Only entries of these kinds. Default: all.' })
    kinds: TimelineKind[] | null,
    @Args(() => ConnectionArguments) args: ConnectionArguments,
    @Ctx() { loaders }: Context,
  ): TimelineConnection {
    const request = pageRequest(args, isPlace);
    const excerpt = { ticketNumber: number, kinds: kinds ?? null };
    return new TimelineConnection(
      () => loaders.timelinePage(excerpt, request),
      () => loaders.timelineCount(excerpt),
    );
  }
}
