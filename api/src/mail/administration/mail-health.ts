import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../graphql/date-time.js';

@ObjectType({ description: 'How one way of mail fares.' })
export class ChannelHealth {
  @Field(() => String, { description: 'What it is, for a person.' })
  name!: string;

  @Field(() => Boolean, { description: 'Whether it is set up, and worked when it was last used.' })
  working!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When it last worked; null where it never did.' })
  lastSuccessAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Since when it does not work; null while it does.' })
  failingSince!: string | null;

  @Field(() => String, { nullable: true, description: 'What is wrong, and what to do; null where nothing is.' })
  message!: string | null;
}

@ObjectType({ description: 'How mail fares.' })
export class MailHealth {
  @Field(() => ChannelHealth, { description: 'Mail on its way out.' })
  outgoing!: ChannelHealth;

  @Field(() => [ChannelHealth], { description: 'The ways in that are set up.' })
  incoming!: ChannelHealth[];

  @Field(() => Int, {
    description:
      'Mails that a person should look at: out, those that wait for another try or failed; in, those that failed or are in quarantine.',
  })
  stuckCount!: number;

  @Field(() => Int, { description: 'Replies by mail that were given up, or came back, within the last 24 hours.' })
  undeliveredCount!: number;

  @Field(() => Boolean, {
    description:
      'Whether the team should know: a way of mail that is set up does not work, or a reply was not delivered within the last 24 hours.',
  })
  needsAttention!: boolean;
}
