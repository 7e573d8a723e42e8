import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import {
  BacklogAgeBucket,
  FirstResponseBucket,
  PeriodStats,
  TicketCategoryCount,
  TicketDayCount,
  TicketPriorityCount,
  TicketStats,
  TicketStatusCount,
} from './stats.types.js';

@Resolver(() => TicketStats)
export class StatsResolver {
  @Query(() => TicketStats, { description: 'Figures of the desk: all time, and of the last days.' })
  async ticketStats(
    @Arg('days', () => Int, { nullable: true, defaultValue: 30, description: 'Length of the period in days, 1–366.' })
    days: number | null,
    @Arg('timeZone', () => String, {
      nullable: true,
      defaultValue: 'UTC',
      description:
        'Time zone in which days begin: an IANA name, such as "Europe/Berlin", or an offset, such as "+02:00".',
    })
    timeZone: string | null,
    @Ctx() { caller, services: { stats } }: Context,
  ): Promise<TicketStats> {
    const window = stats.window(caller, days ?? 30, timeZone ?? 'UTC');
    const summary = await stats.summary(caller);
    return {
      totalCount: summary.total,
      openCount: summary.open,
      averagePerDay: summary.averagePerDay,
      byStatus: counts(summary.byStatus, (status, count) => ({ status, count })),
      byCategory: counts(summary.byCategory, (category, count) => ({ category, count })),
      byPriority: counts(summary.byPriority, (priority, count) => ({ priority, count })),
      window,
    };
  }

  @FieldResolver(() => PeriodStats, { description: 'The last `days` days, today included.' })
  period(@Root() { window }: TicketStats): Promise<PeriodStats> {
    return window.period();
  }

  @FieldResolver(() => PeriodStats, { description: 'The same span before.' })
  previousPeriod(@Root() { window }: TicketStats): Promise<PeriodStats> {
    return window.previousPeriod();
  }

  @FieldResolver(() => Int, { description: 'Tickets open or in progress when the period began.' })
  openingBacklog(@Root() { window }: TicketStats): Promise<number> {
    return window.openingBacklog();
  }

  @FieldResolver(() => [TicketDayCount], { description: 'Each day of the period, oldest first; empty days are zeros.' })
  perDay(@Root() { window }: TicketStats): Promise<TicketDayCount[]> {
    return window.perDay();
  }

  @FieldResolver(() => [BacklogAgeBucket], { description: 'The backlog by age, youngest first.' })
  backlogAge(@Root() { window }: TicketStats): Promise<BacklogAgeBucket[]> {
    return window.backlogAge();
  }
}

/** The breakdowns of a span are read when they are asked for. */
@Resolver(() => PeriodStats)
export class PeriodStatsResolver {
  @FieldResolver(() => [FirstResponseBucket], {
    description:
      'First responses of the span by how long they took: under 15 minutes, an hour, 4 hours, a day, and longer.',
  })
  firstResponses(@Root() period: PeriodStats): Promise<FirstResponseBucket[]> {
    return period.readFirstResponses();
  }

  @FieldResolver(() => [TicketStatusCount], {
    description: 'Tickets submitted in the span by the status they have now; zeros included.',
  })
  async byStatus(@Root() { breakdown }: PeriodStats): Promise<TicketStatusCount[]> {
    return counts((await breakdown()).byStatus, (status, count) => ({ status, count }));
  }

  @FieldResolver(() => [TicketCategoryCount], {
    description: 'Tickets submitted in the span by category; zeros included.',
  })
  async byCategory(@Root() { breakdown }: PeriodStats): Promise<TicketCategoryCount[]> {
    return counts((await breakdown()).byCategory, (category, count) => ({ category, count }));
  }

  @FieldResolver(() => [TicketPriorityCount], {
    description: 'Tickets submitted in the span by priority; zeros included.',
  })
  async byPriority(@Root() { breakdown }: PeriodStats): Promise<TicketPriorityCount[]> {
    return counts((await breakdown()).byPriority, (priority, count) => ({ priority, count }));
  }
}

function counts<Value extends string, Row>(
  breakdown: Record<Value, number>,
  row: (value: Value, count: number) => Row,
): Row[] {
  return (Object.keys(breakdown) as Value[]).map((value) => row(value, breakdown[value]));
}
