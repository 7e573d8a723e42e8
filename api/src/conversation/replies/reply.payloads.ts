import { Field, ID, ObjectType } from 'type-graphql';
import { Payload, UserErrorCode } from '../../relay/payload.js';
import { Ticket } from '../../tickets/ticket.entity.js';
import { TimelineItem } from '../../trail/timeline-item.js';
import { TimelineEdge } from '../timeline/timeline.js';
import { PublicReply } from './reply.js';

@ObjectType({ description: 'A ticket of an incident that got no reply.' })
export class ReplyWarning {
  @Field(() => Ticket, { description: 'Which ticket.' })
  ticket!: Ticket;

  @Field(() => UserErrorCode, { description: 'What kind of failure it is.' })
  code!: UserErrorCode;

  @Field(() => String, { description: 'One sentence for a person: why, and what to do.' })
  message!: string;
}

@ObjectType({ description: 'The reply and its ticket.' })
export class AddReplyPayload extends Payload {
  @Field(() => PublicReply, { nullable: true, description: 'The reply; null where it failed.' })
  reply?: PublicReply;

  @Field(() => TimelineEdge, { nullable: true, description: 'Its edge in the timeline.' })
  timelineEdge?: TimelineEdge;

  @Field(() => Ticket, { nullable: true, description: 'The ticket as it is now.' })
  ticket?: Ticket;

  @Field(() => [TimelineItem], { description: 'What was said meanwhile, where it is STALE_CONVERSATION; at most 100.' })
  newItems: TimelineItem[] = [];

  @Field(() => [PublicReply], {
    description: 'Where it went to an incident: the replies on the tickets that are part of it, by number; else empty.',
  })
  incidentReplies: readonly PublicReply[] = [];

  @Field(() => [ReplyWarning], {
    description: 'The tickets of the incident that got no reply, by number; empty where all of them did.',
  })
  warnings: readonly ReplyWarning[] = [];

  override showCurrent(current: unknown): void {
    if (Array.isArray(current)) this.newItems = current;
  }
}

@ObjectType({ description: 'The reply that is gone.' })
export class CancelReplyPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Take this id out of every list.' })
  canceledReplyId?: string;

  @Field(() => Ticket, { nullable: true, description: 'The ticket as it is now.' })
  ticket?: Ticket;
}
