import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { isKey } from '../conversation/message-ids.js';
import { Viewer } from '../identity/graphql/viewer.js';
import { viewerOf } from '../identity/graphql/viewer-of-caller.js';
import { keyOf, numberOf } from '../relay/global-id.js';
import { answer, Payload } from '../relay/payload.js';
import { unknownTicket } from '../tickets/graphql/ticket.payloads.js';
import { Ticket } from '../tickets/ticket.entity.js';
import { SubscriptionState } from './following/ticket-subscription.js';
import { Notification } from './notification.js';

@InputType({ description: 'Which notifications the caller has read: one of the three.' })
export class MarkNotificationsReadInput {
  @Field(() => [ID], {
    nullable: true,
    description: 'These, at most 100; ids of nothing, and of what is somebody else’s, are passed over.',
  })
  ids?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'All about this ticket, and about those that were merged into it.',
  })
  ticketId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: all there are.' })
  all?: boolean | null;
}

@ObjectType({ description: 'What came of it.' })
export class MarkNotificationsReadPayload extends Payload {
  @Field(() => [Notification], {
    description: 'Those of `ids` in the order asked for; else those that were unread, the newest 100 of them.',
  })
  notifications: Notification[] = [];
}

@InputType({ description: 'How the caller wants to hear of a ticket.' })
export class SetTicketSubscriptionInput {
  @Field(() => ID, { description: 'Which ticket.' })
  ticketId!: string;

  @Field(() => SubscriptionState, { description: 'Follow it, or mute it.' })
  state!: SubscriptionState;
}

@ObjectType({ description: 'What came of it.' })
export class SetTicketSubscriptionPayload extends Payload {
  @Field(() => Ticket, { nullable: true, description: 'The ticket; null where it failed.' })
  ticket?: Ticket | null;
}

@Resolver(() => MarkNotificationsReadPayload)
export class NotificationMutations {
  @FieldResolver(() => Viewer, { description: 'The caller, for how many are unread by now.' })
  viewer(@Ctx() { caller, services: { identity } }: Context): Promise<Viewer> {
    return viewerOf(caller, identity);
  }

  @Mutation(() => MarkNotificationsReadPayload, { description: 'Mark notifications as read, for the caller alone.' })
  markNotificationsRead(
    @Arg('input', () => MarkNotificationsReadInput, { description: 'Which.' })
    { ids, ticketId, all }: MarkNotificationsReadInput,
    @Ctx() { caller, services }: Context,
  ): Promise<MarkNotificationsReadPayload> {
    return answer(new MarkNotificationsReadPayload(), async () => {
      const ticketNumber = ticketId == null ? null : numberOf('Ticket', ticketId);
      if (ticketId != null && ticketNumber === null) throw unknownTicket(['ticketId']);
      const keys = ids?.map((id) => keyOf('Notification', id) ?? '').filter(isKey) ?? null;
      const marking = { keys, ticketNumber, all: all ?? false };
      return { notifications: await services.notifications.markRead(caller, marking) };
    });
  }

  @Mutation(() => SetTicketSubscriptionPayload, { description: 'Follow a ticket, or mute it, for the caller alone.' })
  setTicketSubscription(
    @Arg('input', () => SetTicketSubscriptionInput, { description: 'Which, and how.' })
    { ticketId, state }: SetTicketSubscriptionInput,
    @Ctx() { caller, loaders, services: { ticketSubscriptions } }: Context,
  ): Promise<SetTicketSubscriptionPayload> {
    return answer(new SetTicketSubscriptionPayload(), async () => {
      const number = numberOf('Ticket', ticketId);
      if (number === null) throw unknownTicket(['ticketId']);
      await ticketSubscriptions.set(caller, number, state);
      loaders.ticketSubscription.clear(number);
      return { ticket: await loaders.ticket.load(number) };
    });
  }
}
