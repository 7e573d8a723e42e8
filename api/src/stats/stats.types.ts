import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DateTime, LocalDate } from '../graphql/date-time.js';
import { TicketCategory, TicketPriority, TicketStatus } from '../tickets/fields/ticket-values.js';
import type { FirstResponseSpan } from './first-responses.js';
import type { AgeBucket } from './stats-backlog.js';
import type { Breakdown } from './stats-breakdown.js';
import type { Period } from './stats-period.js';
import type { Day, StatsWindow } from './stats-window.js';

@ObjectType({ description: 'How many tickets have a status.' })
export class TicketStatusCount {
  @Field(() => TicketStatus, { description: 'The status.' })
  status!: TicketStatus;

  @Field(() => Int, { description: 'Tickets.' })
  count!: number;
}

@ObjectType({ description: 'How many tickets have a category.' })
export class TicketCategoryCount {
  @Field(() => TicketCategory, { description: 'The category.' })
  category!: TicketCategory;

  @Field(() => Int, { description: 'Tickets of every status.' })
  count!: number;
}

@ObjectType({ description: 'How many tickets have a priority.' })
export class TicketPriorityCount {
  @Field(() => TicketPriority, { description: 'The priority.' })
  priority!: TicketPriority;

  @Field(() => Int, { description: 'Tickets of every status.' })
  count!: number;
}

@ObjectType({ description: 'How many tickets got their first response within a span of minutes.' })
export class FirstResponseBucket {
  @Field(() => Int, { description: 'Minutes from submission, inclusive.' })
  from!: number;

  @Field(() => Int, { nullable: true, description: 'Minutes from submission, exclusive; null for the last span.' })
  to!: number | null;

  @Field(() => Int, { description: 'Tickets whose first public reply by a person came then.' })
  count!: number;
}

@ObjectType({ description: 'Figures of one span of time.' })
export class PeriodStats implements Period {
  @Field(() => DateTime, { description: 'Where the span begins, inclusive.' })
  from!: string;

  @Field(() => DateTime, { description: 'Where the span ends, exclusive.' })
  to!: string;

  @Field(() => Int, { description: 'Tickets submitted in the span.' })
  created!: number;

  @Field(() => Int, { description: 'Tickets that became resolved or closed in the span and still are.' })
  resolved!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Median hours from submission to resolution; null where none was resolved.',
  })
  medianHoursToResolve!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Hours within which nine of ten were resolved; null where none was resolved.',
  })
  p90HoursToResolve!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Median minutes from submission to the first reply by a person, of tickets first answered in the span; null where none was.',
  })
  medianMinutesToFirstResponse!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Minutes within which nine of ten of them were first answered; null where none was.',
  })
  p90MinutesToFirstResponse!: number | null;

  /** Not a field: what the breakdowns of the span are read from. */
  breakdown!: () => Promise<Breakdown>;

  /** Not a field either. */
  readFirstResponses!: () => Promise<FirstResponseSpan[]>;
}

@ObjectType({ description: 'Figures of one day in the time zone asked for.' })
export class TicketDayCount implements Day {
  @Field(() => LocalDate, { description: 'The day.' })
  date!: string;

  @Field(() => DateTime, { description: 'Where the day begins, inclusive.' })
  from!: string;

  @Field(() => DateTime, { description: 'Where the day ends, exclusive.' })
  to!: string;

  @Field(() => Int, { description: 'Tickets submitted on the day.' })
  created!: number;

  @Field(() => Int, { description: 'Tickets that became resolved or closed on the day and still are.' })
  resolved!: number;

  @Field(() => Boolean, { description: 'True for today, which is not over.' })
  partial!: boolean;
}

@ObjectType({ description: 'Tickets open or in progress now, by their age.' })
export class BacklogAgeBucket implements AgeBucket {
  @Field(() => String, { description: 'The age in words.' })
  label!: string;

  @Field(() => DateTime, { nullable: true, description: 'Submitted at or after; null for the oldest.' })
  from!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Submitted before; null for the youngest.' })
  to!: string | null;

  @Field(() => Int, { description: 'Tickets open or in progress.' })
  count!: number;

  @Field(() => [TicketPriorityCount], { description: 'The same by priority, lowest first; zeros included.' })
  byPriority!: TicketPriorityCount[];
}

@ObjectType({ description: 'Figures of the desk, aggregated by the database.' })
export class TicketStats {
  @Field(() => Int, { description: 'All tickets, all time.' })
  totalCount!: number;

  @Field(() => Int, { description: 'Tickets with status OPEN.' })
  openCount!: number;

  @Field(() => Float, {
    description: 'Mean over the UTC days that have at least one ticket, one decimal; 0 on an empty desk.',
  })
  averagePerDay!: number;

  @Field(() => [TicketStatusCount], { description: 'Every status, all time; zeros included.' })
  byStatus!: TicketStatusCount[];

  @Field(() => [TicketCategoryCount], { description: 'Every category, all time; zeros included.' })
  byCategory!: TicketCategoryCount[];

  @Field(() => [TicketPriorityCount], { description: 'Every priority, all time; zeros included.' })
  byPriority!: TicketPriorityCount[];

  /** Not a field: what the fields of the period are read from. */
  window!: StatsWindow;
}
