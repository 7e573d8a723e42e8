import { Field, ID, InputType, Int } from 'type-graphql';
import { TicketStatus } from '../../tickets/fields/ticket-values.js';

@InputType({ description: 'A reply to be.' })
export class AddReplyInput {
  @Field(() => ID, { description: 'On which ticket.' })
  ticketId!: string;

  @Field(() => String, { description: 'Markdown, 1–100,000 characters, trimmed.' })
  body!: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Also send the same words to every ticket that is part of this incident, each in its own conversation. `thenStatus` applies to them too; files are refused. A ticket whose requester has written since `lastSeenItemId`, or is blocked, gets nothing and is listed in `warnings`. Default: false.',
  })
  toIncident?: boolean | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Files that the caller sent to /api/files/ and no message has yet, at most 10.',
  })
  attachmentIds?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The latest entry of the timeline that the writer has seen. If the requester has written since, nothing is sent: STALE_CONVERSATION. Left out, nothing is compared.',
  })
  lastSeenItemId?: string | null;

  @Field(() => TicketStatus, { nullable: true, description: 'The status that the ticket gets in the same step.' })
  thenStatus?: TicketStatus | null;

  @Field(() => Int, { nullable: true, description: 'Seconds in which it can be taken back, 0–60. Default: 10.' })
  holdSeconds?: number | null;

  @Field(() => ID, { nullable: true, description: 'The ready-made answer that it was made of, for its `useCount`.' })
  cannedReplyId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Your name for this request, 1–255 characters. For 24 hours the same key and input send nothing twice.',
  })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A reply to take back.' })
export class CancelReplyInput {
  @Field(() => ID, { description: 'Which reply.' })
  id!: string;
}
