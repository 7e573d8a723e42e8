import { Field, ID, InputType, Int } from 'type-graphql';
import { DateTime } from '../../graphql/date-time.js';
import { RequesterInput } from '../../people/requester.inputs.js';
import { inWords, ticketFields } from '../fields/ticket-fields.js';
import { mostTickets } from '../fields/ticket-rules.js';
import { TicketCategory, TicketPriority, TicketStatus, WaitingOn } from '../fields/ticket-values.js';
import { type InstantRange, longestSearch, type SuggestionFilter, type TicketFilter } from '../read/ticket-filter.js';
import { OrderDirection, type TicketOrder, TicketOrderField } from '../read/ticket-order.js';
import { SuggestionOutcome, TriageSource } from '../write/triage-port.js';

const titleLength = inWords(ticketFields.title.longest);
const descriptionLength = inWords(ticketFields.description.longest);
const searchLength = inWords(longestSearch);

@InputType({ description: 'A span of time.' })
export class DateTimeRange implements InstantRange {
  @Field(() => DateTime, { nullable: true, description: 'Inclusive; without it the span has no beginning.' })
  from?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Exclusive; without it the span has no end.' })
  to?: string | null;
}

@InputType({ description: 'Whose tickets; several conditions are alternatives.' })
export class AssigneeFilter {
  @Field(() => [ID], { nullable: true, description: 'Those of any of these people.' })
  ids?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Those that are nobody’s.' })
  none?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Those of the caller.' })
  me?: boolean | null;
}

@InputType('SuggestionFilter', { description: 'Which suggestion of triage: all conditions must hold.' })
export class SuggestionFilterInput implements SuggestionFilter {
  @Field(() => TicketCategory, { nullable: true, description: 'The suggested category.' })
  category?: TicketCategory | null;

  @Field(() => TicketPriority, { nullable: true, description: 'The suggested priority.' })
  priority?: TicketPriority | null;

  @Field(() => [SuggestionOutcome], {
    nullable: true,
    description: 'What became of the suggested category: any of these.',
  })
  categoryOutcome?: SuggestionOutcome[] | null;

  @Field(() => [SuggestionOutcome], {
    nullable: true,
    description: 'What became of the suggested priority: any of these.',
  })
  priorityOutcome?: SuggestionOutcome[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The language of the ticket’s words: an ISO 639-1 code, or "und" where it could not be told.',
  })
  language?: string | null;

  @Field(() => String, { nullable: true, description: 'The version of the prompt or of the local classifier.' })
  version?: string | null;

  @Field(() => DateTimeRange, { nullable: true, description: 'When it was suggested.' })
  createdAt?: DateTimeRange | null;
}

@InputType('TicketFilter', {
  description: 'Which tickets a list holds: all conditions must hold, several values of one are alternatives.',
})
export class TicketFilterInput implements Omit<TicketFilter, 'assignee' | 'team' | 'requester' | 'incident'> {
  @Field(() => [TicketCategory], { nullable: true, description: 'Any of these categories.' })
  category?: TicketCategory[] | null;

  @Field(() => [TicketPriority], { nullable: true, description: 'Any of these priorities.' })
  priority?: TicketPriority[] | null;

  @Field(() => [TicketStatus], { nullable: true, description: 'Any of these statuses.' })
  status?: TicketStatus[] | null;

  @Field(() => String, {
    nullable: true,
    description: `Words, all of which must occur within title and description, or within one reply or note; case, accents, width and kinds of apostrophes and hyphens do not matter. A number alone, also as #548 or T-548, finds that ticket too. At most ${searchLength} characters.`,
  })
  search?: string | null;

  @Field(() => DateTimeRange, { nullable: true, description: 'When it was submitted.' })
  createdAt?: DateTimeRange | null;

  @Field(() => DateTimeRange, { nullable: true, description: 'When it became resolved or closed.' })
  resolvedAt?: DateTimeRange | null;

  @Field(() => [TriageSource], { nullable: true, description: 'With a suggestion by any of these.' })
  suggestionSource?: TriageSource[] | null;

  @Field(() => [SuggestionOutcome], {
    nullable: true,
    description:
      'With a suggestion whose category or priority met any of these; the same suggestion as `suggestionSource`.',
  })
  suggestionOutcome?: SuggestionOutcome[] | null;

  @Field(() => SuggestionFilterInput, {
    nullable: true,
    description: 'With a suggestion of this kind; the same one as `suggestionSource` and `suggestionOutcome`.',
  })
  suggestion?: SuggestionFilterInput | null;

  @Field(() => AssigneeFilter, { nullable: true, description: 'Whose they are.' })
  assignee?: AssigneeFilter | null;

  @Field(() => [ID], { nullable: true, description: 'Those of any of these teams.' })
  teamId?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Those of this requester.' })
  requesterId?: string | null;

  @Field(() => [WaitingOn], { nullable: true, description: 'Those in which it is the turn of any of these.' })
  waitingOn?: WaitingOn[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that are snoozed, or only those that are not. Default: both.',
  })
  snoozed?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Not yet triaged: no person of the team has set, kept or confirmed anything, or answered. False: the others.',
  })
  needsTriage?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Those that are part of this incident.' })
  incidentId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether tickets that go on in another one are in it too. Default: false.',
  })
  includeMerged?: boolean | null;
}

@InputType('TicketOrder', { description: 'How a list of tickets is ordered. Ties are broken by number.' })
export class TicketOrderInput implements TicketOrder {
  @Field(() => TicketOrderField, { description: 'By what.' })
  field!: TicketOrderField;

  @Field(() => OrderDirection, { description: 'Which way.' })
  direction!: OrderDirection;
}

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
