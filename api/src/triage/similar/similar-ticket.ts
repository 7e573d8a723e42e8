import { Field, Float, ID, InputType, ObjectType } from 'type-graphql';
import { Payload } from '../../relay/payload.js';
import { Ticket } from '../../tickets/ticket.entity.js';

@ObjectType({ description: 'A ticket that tells of the same.' })
export class SimilarTicket {
  @Field(() => Ticket, { description: 'The other ticket.' })
  ticket!: Ticket;

  @Field(() => Float, { description: 'How alike the two are, from 0 to 1.' })
  score!: number;

  @Field(() => [String], { description: 'Words that both have, the rarest first, at most 4; for the eye.' })
  commonWords!: string[];

  @Field(() => Boolean, { description: 'Whether the same requester wrote both.' })
  sameRequester!: boolean;
}

@InputType({ description: 'Two tickets that are not about the same.' })
export class DismissSimilarInput {
  @Field(() => ID, { description: 'The one.' })
  ticketId!: string;

  @Field(() => ID, { description: 'The other.' })
  otherId!: string;
}

@ObjectType({ description: 'The ticket whose similar tickets lack the dismissed one now.' })
export class DismissSimilarPayload extends Payload {
  @Field(() => Ticket, { nullable: true, description: 'The one ticket; null where it failed.' })
  ticket?: Ticket | null;
}
