import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PublicReply } from '../../conversation/replies/reply.js';
import { DateTime } from '../../graphql/date-time.js';
import { Payload } from '../../relay/payload.js';

export enum DeliveryState {
  HELD = 'held',
  QUEUED = 'queued',
  SENT = 'sent',
  BOUNCED = 'bounced',
  FAILED = 'failed',
  NOT_MAILED = 'not_mailed',
}

registerEnumType(DeliveryState, {
  name: 'DeliveryState',
  description: 'How an outgoing message fares.',
  valuesConfig: {
    HELD: { description: 'It can still be taken back, and leaves after that.' },
    QUEUED: { description: 'It is about to be sent, or is tried again later; the reason says why.' },
    SENT: { description: 'The mail server has taken it.' },
    BOUNCED: { description: 'It came back; the reason says what the other side said.' },
    FAILED: { description: 'It was refused, or could not be sent for a day. It can be sent again.' },
    NOT_MAILED: { description: 'It is kept, and no mail carries it; the reason says why.' },
  },
});

@ObjectType({ description: 'How an outgoing message fares on its way to one address.' })
export class Delivery {
  @Field(() => String, { description: 'The address.' })
  address!: string;

  @Field(() => DeliveryState, { description: 'How far it is.' })
  state!: DeliveryState;

  @Field(() => String, { nullable: true, description: 'One sentence for a person.' })
  reason!: string | null;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number;

  @Field(() => DateTime, { nullable: true, description: 'When it is tried next; null where it is not.' })
  nextAttemptAt!: string | null;
}

@InputType({ description: 'A reply to send again.' })
export class RetryReplyInput {
  @Field(() => ID, { description: 'Which reply.' })
  id!: string;
}

@ObjectType({ description: 'The reply that is on its way again.' })
export class RetryReplyPayload extends Payload {
  @Field(() => PublicReply, { nullable: true, description: 'The reply; null where it failed.' })
  reply?: PublicReply;
}
