import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../graphql/date-time.js';
import { connectionType, edgeType } from '../relay/connection.js';
import { Node } from '../relay/node.js';

/** GraphQL shows the keys; receivers read the values. */
export enum WebhookEvent {
  TICKET_CREATED = 'ticket.created',
  TICKET_UPDATED = 'ticket.updated',
  TICKET_DELETED = 'ticket.deleted',
  TICKET_MERGED = 'ticket.merged',
  REPLY_RECEIVED = 'reply.received',
  REPLY_SENT = 'reply.sent',
  NOTE_ADDED = 'note.added',
}

registerEnumType(WebhookEvent, {
  name: 'WebhookEvent',
  description: 'What a webhook can be told of.',
  valuesConfig: {
    TICKET_CREATED: { description: 'A ticket was submitted or imported.' },
    TICKET_UPDATED: { description: 'Fields of a ticket changed; the body names which.' },
    TICKET_DELETED: { description: 'A ticket was deleted.' },
    TICKET_MERGED: { description: 'A ticket was merged into another; never told as long as the desk merges none.' },
    REPLY_RECEIVED: { description: 'The requester said something.' },
    REPLY_SENT: { description: 'The team said something, and can no longer take it back.' },
    NOTE_ADDED: { description: 'The team wrote a note. Told by its id alone, and only where `includeNotes` is true.' },
  },
});

export enum WebhookDeliveryState {
  WAITING = 'waiting',
  DELIVERED = 'delivered',
  FAILED = 'failed',
}

registerEnumType(WebhookDeliveryState, {
  name: 'WebhookDeliveryState',
  description: 'State of a telling.',
  valuesConfig: {
    WAITING: { description: 'It was not taken yet and is tried again, unless the webhook is off.' },
    DELIVERED: { description: 'The receiver answered with a status of 200 to 299.' },
    FAILED: { description: 'It was given up; it can be sent again.' },
  },
});

@ObjectType({ description: 'One try.' })
export class WebhookAttempt {
  @Field(() => DateTime, { description: 'When it ended.' })
  at!: string;

  @Field(() => Int, { nullable: true, description: 'The status of the answer; null where there was none.' })
  statusCode!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The first 1,000 characters of the answer, or what went wrong; null for an empty answer.',
  })
  answer!: string | null;

  @Field(() => Int, { description: 'How long it took, in milliseconds.' })
  milliseconds!: number;
}

@ObjectType({ implements: Node, description: 'One telling, kept for 30 days.' })
export class WebhookDelivery extends Node {
  key!: string;
  webhookKey!: number;

  @Field(() => WebhookEvent, { description: 'What is told.' })
  event!: WebhookEvent;

  @Field(() => WebhookDeliveryState, { description: 'What became of it.' })
  state!: WebhookDeliveryState;

  @Field(() => [WebhookAttempt], { description: 'Its tries, earliest first.' })
  attempts!: WebhookAttempt[];

  @Field(() => DateTime, {
    nullable: true,
    description: 'Not before; null where it is not tried again, or not as long as the webhook is off.',
  })
  nextAttemptAt!: string | null;

  @Field(() => String, { description: 'Exactly what is sent.' })
  body!: string;

  @Field(() => DateTime, { description: 'When the desk took it up.' })
  createdAt!: string;

  override get nodeKey(): string {
    return this.key;
  }
}

@ObjectType({ implements: Node, description: 'A program that is told what happens.' })
export class Webhook extends Node {
  key!: number;
  creatorKey!: number;

  @Field(() => String, { description: 'Where it is told.' })
  url!: string;

  @Field(() => [WebhookEvent], { description: 'What it is told of.' })
  events!: WebhookEvent[];

  @Field(() => Boolean, { description: 'Whether notes are told of, by id alone.' })
  includeNotes!: boolean;

  @Field(() => Boolean, { description: 'Whether it is told anything at the moment.' })
  enabled!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it was switched off by itself; null where it was not.' })
  disabledReason!: string | null;

  override get nodeKey(): string {
    return String(this.key);
  }
}

export const WebhookEdge = edgeType(Webhook);
export type WebhookEdge = InstanceType<typeof WebhookEdge>;
export const WebhookConnection = connectionType(Webhook, WebhookEdge);
export type WebhookConnection = InstanceType<typeof WebhookConnection>;
export const WebhookDeliveryEdge = edgeType(WebhookDelivery);
export type WebhookDeliveryEdge = InstanceType<typeof WebhookDeliveryEdge>;
export const WebhookDeliveryConnection = connectionType(WebhookDelivery, WebhookDeliveryEdge);
export type WebhookDeliveryConnection = InstanceType<typeof WebhookDeliveryConnection>;
