import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../graphql/date-time.js';
import { ChangeKind } from '../live/change-kind.js';
import { connectionType, edgeType } from '../relay/connection.js';
import { Node } from '../relay/node.js';
import type { EventSource } from '../trail/event.entity.js';

export enum NotificationReason {
  MENTIONED = 'mentioned',
  TEAM_MENTIONED = 'team_mentioned',
  ASSIGNED = 'assigned',
  REQUESTER_REPLIED = 'requester_replied',
  TEAM_REPLIED = 'team_replied',
  DELIVERY_FAILED = 'delivery_failed',
  UNASSIGNED_NEW = 'unassigned_new',
  SNOOZE_ENDED = 'snooze_ended',
}

registerEnumType(NotificationReason, {
  name: 'NotificationReason',
  description: 'Why somebody was notified. Of several reasons for one change the first of these counts.',
  valuesConfig: {
    MENTIONED: { description: 'A note calls them.' },
    TEAM_MENTIONED: { description: 'A note calls a team of theirs.' },
    ASSIGNED: { description: 'Somebody else assigned the ticket to them.' },
    REQUESTER_REPLIED: { description: 'The requester wrote on a ticket that they have or follow.' },
    TEAM_REPLIED: { description: 'A colleague replied, or wrote a note, on a ticket that they follow.' },
    DELIVERY_FAILED: { description: 'A reply of theirs did not arrive.' },
    UNASSIGNED_NEW: { description: 'A ticket that nobody has came in for a team of theirs.' },
    SNOOZE_ENDED: { description: 'A ticket that they snoozed, or have, came back.' },
  },
});

@ObjectType({ implements: Node, description: 'Something that waits for one person, and why.' })
export class Notification extends Node {
  key!: string;
  /** The ticket that goes on, where the one that it was about was merged. */
  ticketNumber!: number;
  accountKey!: number | null;
  tokenKey!: number | null;
  requesterKey!: number | null;
  door!: EventSource | 'graphql' | null;

  @Field(() => NotificationReason, { description: 'Why.' })
  reason!: NotificationReason;

  @Field(() => String, {
    nullable: true,
    description: 'The words as they are now, as plain text of at most 500 characters; null where there are none.',
  })
  excerpt!: string | null;

  @Field(() => DateTime, { description: 'When the desk told of it.' })
  createdAt!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was read; null where it is unread.' })
  readAt!: string | null;

  override get nodeKey(): string {
    return this.key;
  }
}

export const NotificationEdge = edgeType(Notification);
export type NotificationEdge = InstanceType<typeof NotificationEdge>;
export const NotificationConnection = connectionType(Notification, NotificationEdge);
export type NotificationConnection = InstanceType<typeof NotificationConnection>;

@ObjectType({ description: 'A notification that came in.' })
export class NotificationAdded {
  @Field(() => String, { description: 'Opaque: pass it as `after` to go on from here.' })
  cursor = '';

  @Field(() => ChangeKind, { description: 'ADDED, or RESYNC.' })
  kind!: ChangeKind;

  /** Null for RESYNC. */
  notificationKey: string | null = null;
}

/** Counting further would cost more with every notification that nobody reads. */
export const mostCounted = 100;
