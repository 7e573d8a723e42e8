import { Field, Int, ObjectType } from 'type-graphql';
import { Ticket } from '../../tickets/ticket.entity.js';

@ObjectType({ description: 'Tickets that look like one incident, for a person to decide about.' })
export class IncidentProposal {
  @Field(() => Ticket, {
    description:
      'The incident that tickets like this one are part of; where there is none yet, the oldest of the tickets.',
  })
  incident!: Ticket;

  @Field(() => Boolean, { description: 'Whether there is no such incident yet.' })
  isNew!: boolean;

  @Field(() => [Ticket], {
    description: 'The unfinished tickets that would become part of it, oldest first, at most 100.',
  })
  tickets!: Ticket[];

  @Field(() => Int, {
    description: 'Within how many minutes these tickets came in, rounded up: 1 or more.',
  })
  minutes!: number;
}
