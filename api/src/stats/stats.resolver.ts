import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { TicketStats } from './stats.types.js';

@Resolver(() => TicketStats)
export class StatsResolver {
  @Query(() => TicketStats, { description: 'Figures of the desk: all time, and of the last days.' })
  async ticketStats(
    @Arg('days', () => Int, { nullable: true, defaultValue: 30, description: 'Length of the period in days, 1–366.' })
    days: number | null,
    @Arg('timeZone', () => String, {
      nullable: true,
      defaultValue: 'UTC',
      description: 'IANA time zone in which days begin, such as "Europe/Berlin".',
    })
    timeZone: string | null,
    @Ctx() { services: { stats } }: Context,
  ): Promise<TicketStats> {
    const [summary, window] = await Promise.all([stats.summary(), stats.window(days ?? 30, timeZone ?? 'UTC')]);
    return {
      totalCount: summary.total,
      openCount: summary.open,
      averagePerDay: summary.averagePerDay,
      byStatus: counts(summary.byStatus, (status, count) => ({ status, count })),
      byCategory: counts(summary.byCategory, (category, count) => ({ category, count })),
      byPriority: counts(summary.byPriority, (priority, count) => ({ priority, count })),
      ...window,
    };
  }
}

function counts<Value extends string, Row>(
  breakdown: Record<Value, number>,
  row: (value: Value, count: number) => Row,
): Row[] {
  return (Object.keys(breakdown) as Value[]).map((value) => row(value, breakdown[value]));
}
