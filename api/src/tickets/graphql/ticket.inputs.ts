import { Field, ID, InputType, Int } from 'type-graphql';
import { DateTime } from '../../graphql/date-time.js';
import { RequesterInput } from '../../people/requester.inputs.js';
import { inWords, ticketFields } from '../fields/ticket-fields.js';
import { mostTickets } from '../fields/ticket-rules.js';
import { TicketCategory, TicketPriority, TicketStatus } from '../fields/ticket-values.js';

const titleLength = inWords(ticketFields.title.longest);
const descriptionLength = inWords(ticketFields.description.longest);

@InputType({ description: 'A ticket to be.' })
export class CreateTicketInput {
  @Field(() => String, { description: `One line, 1–${titleLength} characters, trimmed. Line breaks become spaces.` })
  title!: string;

  @Field(() => String, {
    description: `What it is about, 1–${descriptionLength} characters, trimmed. Markdown is allowed.`,
  })
  description!: string;

  @Field(() => TicketCategory, { nullable: true, description: 'Left out, triage chooses.' })
  category?: TicketCategory | null;

  @Field(() => TicketPriority, { nullable: true, description: 'Left out, triage chooses.' })
  priority?: TicketPriority | null;

  @Field(() => TicketStatus, { nullable: true, description: 'Default: OPEN.' })
  status?: TicketStatus | null;

  @Field(() => ID, { nullable: true, description: 'Whose it is to be. Default: nobody’s.' })
  assigneeId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Which team’s it is to be. Left out, that of its category, where there is one.',
  })
  teamId?: string | null;

  @Field(() => RequesterInput, { nullable: true, description: 'Who asks. Default: nobody is known.' })
  requester?: RequesterInput | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The suggestion that was used, so that it is remembered with the ticket. Suggestions are kept for a day. A category or priority left out is taken from it.',
  })
  suggestionId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Your name for this request, 1–255 characters. For 24 hours a retry with the same key and input answers the first ticket again.',
  })
  idempotencyKey?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Files that the caller sent to /api/files/ and no message has yet, at most 10.',
  })
  attachmentIds?: string[] | null;
}

@InputType({ description: 'Changes of one ticket. A field that is left out keeps its value.' })
export class UpdateTicketInput {
  @Field(() => ID, { description: 'Which ticket.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: `One line, 1–${titleLength} characters, trimmed. Line breaks become spaces.`,
  })
  title?: string | null;

  @Field(() => String, { nullable: true, description: `1–${descriptionLength} characters, trimmed.` })
  description?: string | null;

  @Field(() => TicketCategory, { nullable: true, description: 'Which team must act.' })
  category?: TicketCategory | null;

  @Field(() => TicketPriority, { nullable: true, description: 'How much it affects people.' })
  priority?: TicketPriority | null;

  @Field(() => TicketStatus, { nullable: true, description: 'How far the work is.' })
  status?: TicketStatus | null;

  @Field(() => ID, { nullable: true, description: 'Whose it is to be. Null takes it from everybody.' })
  assigneeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Which team’s it is to be. Null takes it from every team.' })
  teamId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who asks. Null: nobody is known.' })
  requesterId?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Snooze it until then; null wakes it. An answer of the requester ends it earlier.',
  })
  snoozedUntil?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Snooze it until the requester answers; false wakes it. A time in `snoozedUntil` ends it as well.',
  })
  snoozeUntilAnswer?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Change only this version, else CONFLICT. Left out, the last write wins.',
  })
  expectedVersion?: number | null;
}

@InputType({ description: 'The same changes for many tickets.' })
export class UpdateTicketsInput {
  @Field(() => [ID], { description: `Which tickets, at most ${mostTickets}.` })
  ids!: string[];

  @Field(() => TicketCategory, { nullable: true, description: 'Which team must act.' })
  category?: TicketCategory | null;

  @Field(() => TicketPriority, { nullable: true, description: 'How much it affects people.' })
  priority?: TicketPriority | null;

  @Field(() => TicketStatus, { nullable: true, description: 'How far the work is.' })
  status?: TicketStatus | null;

  @Field(() => ID, { nullable: true, description: 'Whose it is to be. Null takes it from everybody.' })
  assigneeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Which team’s it is to be. Null takes it from every team.' })
  teamId?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Snooze them until then; null wakes them. Finished ones stay as they are.',
  })
  snoozedUntil?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Snooze them until their requesters answer; false wakes them.',
  })
  snoozeUntilAnswer?: boolean | null;
}

@InputType({ description: 'A ticket to delete.' })
export class DeleteTicketInput {
  @Field(() => ID, { description: 'Which ticket.' })
  id!: string;

  @Field(() => Int, { nullable: true, description: 'Delete only this version, else CONFLICT.' })
  expectedVersion?: number | null;
}

@InputType({ description: 'A ticket to take.' })
export class ClaimTicketInput {
  @Field(() => ID, { description: 'Which ticket.' })
  id!: string;
}

@InputType({ description: 'Tickets to delete.' })
export class DeleteTicketsInput {
  @Field(() => [ID], { description: `Which tickets, at most ${mostTickets}.` })
  ids!: string[];
}

/** In a create, null for an optional field says the same as leaving it out. */
export function withoutNulls(fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
