import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Payload } from '../../relay/payload.js';
import { Ticket } from '../ticket.entity.js';
import { mostMerged } from '../write/merging.js';

@InputType({ description: 'Which tickets go on in another one.' })
export class MergeTicketsInput {
  @Field(() => ID, {
    description: 'The ticket that goes on. Where it is merged itself, the one that goes on for it takes its place.',
  })
  intoId!: string;

  @Field(() => [ID], {
    description: `The tickets to merge, 1 to ${mostMerged}; what was merged into them moves along. Those that are merged there already stay so.`,
  })
  ids!: string[];

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Needed where requesters differ: each of them goes on seeing only their own messages. Default: false, and such a merge is refused.',
  })
  allowDifferentRequesters?: boolean | null;
}

@InputType({ description: 'Which ticket is to stand for itself again.' })
export class UnmergeTicketInput {
  @Field(() => ID, { description: 'The merged ticket.' })
  id!: string;
}

@ObjectType({ description: 'The ticket that goes on, and what was merged into it.' })
export class MergeTicketsPayload extends Payload {
  @Field(() => Ticket, { nullable: true, description: 'The ticket that goes on; null where it failed.' })
  ticket?: Ticket;

  @Field(() => [Ticket], { description: 'The tickets that were named, in that order; empty where it failed.' })
  mergedTickets: readonly Ticket[] = [];
}

@ObjectType({ description: 'The two tickets after they were taken apart.' })
export class UnmergeTicketPayload extends Payload {
  @Field(() => Ticket, {
    nullable: true,
    description: 'The ticket that stands for itself again; null where it failed.',
  })
  ticket?: Ticket;

  @Field(() => Ticket, { nullable: true, description: 'The ticket that went on for it; null where it failed.' })
  formerTarget?: Ticket;
}
