import { Field, ID, ObjectType } from 'type-graphql';
import { Payload } from '../../relay/payload.js';
import { Ticket } from '../../tickets/ticket.entity.js';
import { TimelineItem } from '../../trail/timeline-item.js';
import { TimelineEdge } from '../timeline/timeline.js';
import { PublicReply } from './reply.js';

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
