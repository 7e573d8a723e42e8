import { Field, ObjectType } from 'type-graphql';
import { Payload } from '../../relay/payload.js';
import { Ticket } from '../../tickets/ticket.entity.js';

@ObjectType({ description: 'The ticket after the decision, and the one to look at next.' })
export class TriageTicketPayload extends Payload {
  @Field(() => String, {
    nullable: true,
    description: 'Takes the whole decision back; good for an hour, and for whoever decided.',
  })
  undoToken?: string;

  @Field(() => Ticket, { nullable: true, description: 'The ticket as it is now, after a CONFLICT too.' })
  ticket?: Ticket;

  @Field(() => Ticket, { nullable: true, description: 'The first of the queue by now; null where nothing is left.' })
  next?: Ticket | null;

  override showCurrent(current: unknown): void {
    if (current instanceof Ticket) this.ticket = current;
  }
}

@ObjectType({ description: 'The ticket as it was before the decision.' })
export class UndoTriagePayload extends Payload {
  @Field(() => Ticket, { nullable: true, description: 'The ticket as it is now, after a CONFLICT too.' })
  ticket?: Ticket;

  override showCurrent(current: unknown): void {
    if (current instanceof Ticket) this.ticket = current;
  }
}
