import { Field, ID, InputType, Int } from 'type-graphql';
import { DateTime } from '../../graphql/date-time.js';
import { TicketCategory, TicketPriority } from '../../tickets/fields/ticket-values.js';

@InputType({ description: 'What is decided about a ticket of the triage queue; at least one thing.' })
export class TriageTicketInput {
  @Field(() => ID, { description: 'Which ticket.' })
  id!: string;

  @Field(() => Int, { nullable: true, description: 'Decide only about this version, else CONFLICT.' })
  expectedVersion?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Take the suggested category and priority, unless others are given here. Where nothing was suggested, the ticket is kept as it is.',
  })
  acceptSuggestion?: boolean | null;

  @Field(() => TicketCategory, { nullable: true, description: 'Which team must act.' })
  category?: TicketCategory | null;

  @Field(() => TicketPriority, { nullable: true, description: 'How much it affects people.' })
  priority?: TicketPriority | null;

  @Field(() => ID, { nullable: true, description: 'Whose it is to be. Null takes it from everybody.' })
  assigneeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Which team’s it is to be. Null takes it from every team.' })
  teamId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'It is a duplicate: merge it into this ticket, whose requester may be another; each goes on seeing only their own messages.',
  })
  duplicateOfId?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Snooze it until then. With nothing else it comes back to the queue.',
  })
  snoozeUntil?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'It is spam: close it and block its requester.' })
  spam?: boolean | null;
}

@InputType({ description: 'A decision to take back.' })
export class UndoTriageInput {
  @Field(() => String, { description: 'The token that the decision answered.' })
  undoToken!: string;
}
