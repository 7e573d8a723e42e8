/** Which tickets a list holds, and in which order. */
import { Field, ID, InputType } from 'type-graphql';
import { DateTime } from '../../graphql/date-time.js';
import { inWords } from '../fields/ticket-fields.js';
import { TicketCategory, TicketPriority, TicketStatus, WaitingOn } from '../fields/ticket-values.js';
import { type InstantRange, longestSearch, type SuggestionFilter, type TicketFilter } from '../read/ticket-filter.js';
import { OrderDirection, type TicketOrder, TicketOrderField } from '../read/ticket-order.js';
import { SuggestionOutcome, TriageSource } from '../write/triage-port.js';

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
    description: 'Only suggestions whose category met one of these outcomes.',
  })
  categoryOutcome?: SuggestionOutcome[] | null;

  @Field(() => [SuggestionOutcome], {
    nullable: true,
    description: 'Only suggestions whose priority met one of these outcomes.',
  })
  priorityOutcome?: SuggestionOutcome[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The language the ticket is written in: an ISO 639-1 code, or "und" where it could not be detected.',
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
