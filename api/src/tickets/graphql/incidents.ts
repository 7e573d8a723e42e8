import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Payload } from '../../relay/payload.js';
import { mostTickets } from '../fields/ticket-rules.js';
import { Ticket } from '../ticket.entity.js';
import { mostOfIncident } from '../write/incidents.js';

@InputType({ description: 'Which tickets are part of which incident.' })
export class SetIncidentInput {
  @Field(() => ID, {
    nullable: true,
    description: `The ticket that is the incident; at most ${mostOfIncident} tickets can be part of it. Null removes the tickets from their incident.`,
  })
  incidentId?: string | null;

  @Field(() => [ID], {
    description: `The tickets, 1 to ${mostTickets}. Those that are where they are wanted already stay so.`,
  })
  ticketIds!: string[];
}

@ObjectType({ description: 'The incident, and the tickets that were named.' })
export class SetIncidentPayload extends Payload {
  @Field(() => Ticket, {
    nullable: true,
    description: 'The incident; null where tickets were taken out, and where it failed.',
  })
  incident?: Ticket | null;

  @Field(() => [Ticket], { description: 'The tickets that were named, in that order; empty where it failed.' })
  tickets: readonly Ticket[] = [];
}
