/** What was submitted and resolved in a span of time. Every statement reads its range of an index, never the whole table. */
import type { DataSource } from 'typeorm';
import { read } from '../database/reads/standby.js';
import { Ticket } from '../tickets/ticket.entity.js';
import { type FirstResponseSpan, readFirstResponses } from './first-responses.js';
import { hoursToResolve, minutesToRespond, standsForItself, within } from './span.js';
import { type Breakdown, readBreakdown } from './stats-breakdown.js';

export type Period = {
  from: string;
  to: string;
  created: number;
  resolved: number;
  medianHoursToResolve: number | null;
  p90HoursToResolve: number | null;
  medianMinutesToFirstResponse: number | null;
  p90MinutesToFirstResponse: number | null;
  /** Read when they are asked for. */
  breakdown(): Promise<Breakdown>;
  readFirstResponses(): Promise<FirstResponseSpan[]>;
};

type PeriodRow = {
  created: number;
  resolved: number;
  median: number | null;
  p90: number | null;
  responses: (number | null)[];
};

export async function readPeriod(dataSource: DataSource, from: string, to: string): Promise<Period> {
  const row = await read(dataSource, (runner) =>
    dataSource
      .createQueryBuilder(Ticket, 'ticket', runner)
      .select('count(*)::int', 'resolved')
      .addSelect(
        (query) =>
          query
            .select('count(*)::int')
            .from(Ticket, 'submitted')
            .where(within('submitted.createdAt'))
            .andWhere(standsForItself('submitted')),
        'created',
      )
      .addSelect(`percentile_cont(0.5) within group (order by ${hoursToResolve})`, 'median')
      .addSelect(`percentile_cont(0.9) within group (order by ${hoursToResolve})`, 'p90')
      .addSelect(
        (query) =>
          query
            .select(
              `array[percentile_cont(0.5) within group (order by ${minutesToRespond('answered')}), percentile_cont(0.9) within group (order by ${minutesToRespond('answered')})]`,
            )
            .from(Ticket, 'answered')
            .where(within('answered.firstResponseAt'))
            .andWhere(standsForItself('answered')),
        'responses',
      )
      .where(within('ticket.resolvedAt'), { from, to })
      .andWhere(standsForItself())
      .getRawOne<PeriodRow>(),
  );
  const { created = 0, resolved = 0, median = null, p90 = null, responses = [] } = row ?? {};
  const [medianMinutesToFirstResponse = null, p90MinutesToFirstResponse = null] = responses;
  let known: Promise<Breakdown> | null = null;
  const breakdown = () => {
    known ??= readBreakdown(dataSource, from, to);
    return known;
  };
  return {
    from,
    to,
    created,
    resolved,
    medianHoursToResolve: median,
    p90HoursToResolve: p90,
    medianMinutesToFirstResponse,
    p90MinutesToFirstResponse,
    breakdown,
    readFirstResponses: () => readFirstResponses(dataSource, from, to),
  };
}

/** How many instants lie in each span between two neighbours of `starts`, by its number, which begins with 1; spans without any are left out. */
export async function readSpans(
  dataSource: DataSource,
  field: 'createdAt' | 'resolvedAt',
  starts: readonly string[],
  from: string,
  to: string,
): Promise<Map<number, number>> {
  const rows = await read(dataSource, (runner) =>
    dataSource
      .createQueryBuilder(Ticket, 'ticket', runner)
      .select(`width_bucket(ticket.${field}, :starts::timestamptz[])`, 'span')
      .addSelect('count(*)::int', 'count')
      .where(within(`ticket.${field}`), { starts, from, to })
      .andWhere(standsForItself())
      .groupBy('span')
      .getRawMany<{ span: number; count: number }>(),
  );
  return new Map(rows.map(({ span, count }) => [span, count]));
}
