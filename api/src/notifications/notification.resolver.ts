import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../context.js';
import type { Position } from '../database/keyset.js';
import { Actor } from '../identity/accounts/user.js';
import { Viewer } from '../identity/graphql/viewer.js';
import { ConnectionArguments, edgeOf, pageRequest } from '../relay/connection.js';
import { Ticket } from '../tickets/ticket.entity.js';
import { actorOf } from '../trail/actor.js';
import { SubscriptionState } from './following/ticket-subscription.js';
import {
  mostCounted,
  Notification,
  NotificationAdded,
  NotificationConnection,
  NotificationEdge,
} from './notification.js';
import { notificationPosition } from './notification-rows.js';

const isKeyPosition = ({ sort }: Position) => sort === null;
const unreadText = `How many notifications of the caller are unread, counted up to ${mostCounted}.`;

@Resolver(() => Viewer)
export class ViewerNotificationsResolver {
  @FieldResolver(() => NotificationConnection, {
    description: 'What waits for the caller, newest first. Empty for callers without an account.',
  })
  notifications(
    @Arg('unread', () => Boolean, {
      nullable: true,
      description: 'True: those that are unread, false: those that were read. Default: both.',
    })
    unread: boolean | null,
    @Args(() => ConnectionArguments) args: ConnectionArguments,
    @Ctx() { caller, services: { notifications } }: Context,
  ): NotificationConnection {
    const request = pageRequest(args, isKeyPosition);
    const isUnread = unread ?? null;
    return new NotificationConnection(
      () => notifications.page(caller, isUnread, request),
      () => notifications.count(caller, isUnread),
    );
  }

  @FieldResolver(() => Int, { description: unreadText })
  unreadNotificationCount(@Ctx() { caller, services: { notifications } }: Context): Promise<number> {
    return notifications.unreadCount(caller);
  }
}

@Resolver(() => Notification)
export class NotificationResolver {
  @FieldResolver(() => Ticket, {
    nullable: true,
    description: 'Where to look: the ticket, or the one that it was merged into.',
  })
  ticket(@Root() { ticketNumber }: Notification, @Ctx() { loaders }: Context): Promise<Ticket | null> {
    return loaders.ticket.load(ticketNumber);
  }

  @FieldResolver(() => Actor, {
    nullable: true,
    description: 'Who did it; null for callers without a name, for the desk itself, and for whoever was erased.',
  })
  async by(
    @Root() { requesterKey, accountKey, tokenKey, door }: Notification,
    @Ctx() { loaders }: Context,
  ): Promise<Actor | null> {
    if (requesterKey !== null) return loaders.requester.load(requesterKey);
    return door === null ? null : actorOf({ accountKey, tokenKey, door }, loaders);
  }
}

@Resolver(() => Ticket)
export class TicketSubscriptionResolver {
  @FieldResolver(() => SubscriptionState, {
    nullable: true,
    description:
      'What the caller chose for this ticket. Null where they chose nothing: they hear of what is theirs and of mentions; and for callers without an account.',
  })
  viewerSubscription(@Root() { number }: Ticket, @Ctx() { loaders }: Context): Promise<SubscriptionState | null> {
    return loaders.ticketSubscription.load(number);
  }
}

type Asked = { readonly args: { readonly after?: string | null }; readonly context: Context };

@Resolver(() => NotificationAdded)
export class NotificationAddedResolver {
  @Subscription(() => NotificationAdded, {
    subscribe: ({ args: { after }, context: { caller, services } }: Asked) =>
      services.notifications.follow(caller, after ?? null),
    description: 'What comes in for the caller.',
  })
  notificationAdded(
    @Root() added: NotificationAdded,
    @Arg('after', () => String, {
      nullable: true,
      description:
        'The cursor of the last message, or `liveCursor`: begins with what was missed since. Left out: from now on. One that is unknown, or too old, is answered by RESYNC.',
    })
    _after: string | null,
  ): NotificationAdded {
    return added;
  }

  @FieldResolver(() => NotificationEdge, {
    nullable: true,
    description: 'The notification and its place; null for RESYNC, and where it is gone already.',
  })
  async notificationEdge(
    @Root() { notificationKey }: NotificationAdded,
    @Ctx() { loaders }: Context,
  ): Promise<NotificationEdge | null> {
    const notification = notificationKey === null ? null : await loaders.notification.load(notificationKey);
    return notification && edgeOf(notification, notificationPosition(notification));
  }

  @FieldResolver(() => Int, { description: unreadText })
  unreadCount(
    @Root() _added: NotificationAdded,
    @Ctx() { caller, services: { notifications } }: Context,
  ): Promise<number> {
    return notifications.unreadCount(caller);
  }
}
