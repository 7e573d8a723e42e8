import { Field, ID, ObjectType } from 'type-graphql';
import { NotFoundError } from '../../errors.js';
import { connectionType, edgeOf, edgeType } from '../../relay/connection.js';
import { Payload } from '../../relay/payload.js';
import { Ticket } from '../ticket.entity.js';

export const TicketEdge = edgeType(Ticket);
export type TicketEdge = InstanceType<typeof TicketEdge>;

export const TicketConnection = connectionType(Ticket, TicketEdge);
export type TicketConnection = InstanceType<typeof TicketConnection>;

/** As the head of the default order. */
export const newestEdge = (ticket: Ticket) => edgeOf(ticket, { sort: ticket.createdAt, number: ticket.number });

/** For an unknown or malformed id, and where it stands in the input. */
export const unknownTicket = (path: string[]) => new NotFoundError('There is no ticket with this id.', path);

@ObjectType({ description: 'The ticket that was made.' })
export class CreateTicketPayload extends Payload {
  @Field(() => Ticket, { nullable: true, description: 'The new ticket; null where it failed.' })
  ticket?: Ticket;

  @Field(() => TicketEdge, { nullable: true, description: 'Its edge in a list of the newest.' })
  ticketEdge?: TicketEdge;

  @Field(() => Boolean, { description: 'True where the idempotency key had made this ticket before.' })
  replayed = false;

  /** The idempotency key that came with it, and whether it named who asks: what the receipt tells goes by them. */
  key: string | null = null;
  requester = false;
}

@ObjectType({ description: 'The ticket after its change.' })
export class UpdateTicketPayload extends Payload {
  @Field(() => Ticket, { nullable: true, description: 'The ticket as it is now, after a CONFLICT too.' })
  ticket?: Ticket;

  override showCurrent(current: unknown): void {
    if (current instanceof Ticket) this.ticket = current;
  }
}

@ObjectType({ description: 'The ticket and whose it is now.' })
export class ClaimTicketPayload extends UpdateTicketPayload {}

@ObjectType({ description: 'What became of one ticket of a bulk change.' })
export class UpdateTicketResult extends Payload {
  @Field(() => ID, { description: 'The id as it was sent.' })
  id!: string;

  @Field(() => Ticket, { nullable: true, description: 'The ticket as it is now.' })
  ticket?: Ticket;
}

@ObjectType({ description: 'A result per id.' })
export class UpdateTicketsPayload extends Payload {
  @Field(() => [UpdateTicketResult], { description: 'In the order of `ids`; empty where the input itself is wrong.' })
  results: UpdateTicketResult[] = [];
}

@ObjectType({ description: 'The ticket that is gone.' })
export class DeleteTicketPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Take this id out of every list.' })
  deletedTicketId?: string;

  @Field(() => Ticket, { nullable: true, description: 'The current ticket where the code is CONFLICT, else null.' })
  ticket?: Ticket;

  override showCurrent(current: unknown): void {
    if (current instanceof Ticket) this.ticket = current;
  }
}

@ObjectType({ description: 'What became of one ticket of a bulk deletion.' })
export class DeleteTicketResult extends Payload {
  @Field(() => ID, { description: 'The id as it was sent.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'The same id where the ticket is gone.' })
  deletedTicketId?: string;
}

@ObjectType({ description: 'A result per id.' })
export class DeleteTicketsPayload extends Payload {
  @Field(() => [DeleteTicketResult], { description: 'In the order of `ids`; empty where the input itself is wrong.' })
  results: DeleteTicketResult[] = [];

  @Field(() => [ID], { description: 'Take these ids out of every list.' })
  deletedTicketIds: string[] = [];
}
