/** Figures of the last days in a time zone. Every statement reads an index range of the window, never the whole table. */
import type { DataSource } from 'typeorm';
import { readQuery } from '../database/reads/standby.js';
import { InvalidInputError } from '../errors.js';
import type { TicketPriority } from '../tickets/fields/ticket-values.js';
import { addDays, dateOf, startOf, type TimeZone, timeZoneOf } from './calendar.js';
import { type Breakdown, readBreakdown } from './stats-breakdown.js';
import { type Whom, type WorkCount, workCounts } from './work-counts.js';

export type Period = {
  from: string;
  to: string;
  created: number;
  resolved: number;
  medianHoursToResolve: number | null;
  p90HoursToResolve: number | null;
  medianMinutesToFirstResponse: number | null;
  p90MinutesToFirstResponse: number | null;
  /** Read when it is asked for. */
  breakdown(): Promise<Breakdown>;
};

export type Day = { date: string; from: string; to: string; created: number; resolved: number; partial: boolean };

export type AgeBucket = {
  label: string;
  from: string | null;
  to: string | null;
  count: number;
  /** Lowest first. */
  byPriority: { priority: TicketPriority; count: number }[];
};

/** Each figure is read when it is asked for: most readers want but one. */
export type StatsWindow = {
  period(): Promise<Period>;
  previousPeriod(): Promise<Period>;
  openingBacklog(): Promise<number>;
  perDay(): Promise<Day[]>;
  backlogAge(): Promise<AgeBucket[]>;
  byWhom(whom: Whom): Promise<WorkCount[]>;
};

export const longestWindow = 366;

/** How many of a column's instants lie in each span between two neighbours of the first parameter; the first span is 1. */
const perSpanSql = (column: 'created_at' | 'resolved_at') => `
  select width_bucket(${column}, $1::timestamptz[]) as span, count(*)::int as count
  from ticket where ${column} >= $2 and ${column} < $3 group by 1`;

const periodSql = `
  select
    (select count(*)::int from ticket where created_at >= $1 and created_at < $2) as created,
    count(*)::int as resolved,
    percentile_cont(0.5) within group (order by hours) as median,
    percentile_cont(0.9) within group (order by hours) as p90,
    (select array[percentile_cont(0.5) within group (order by minutes), percentile_cont(0.9) within group (order by minutes)]
     from (
       select extract(epoch from first_response_at - created_at)::float8 / 60 as minutes
       from ticket where first_response_at >= $1 and first_response_at < $2
     ) as answered) as responses
  from (
    select extract(epoch from resolved_at - created_at)::float8 / 3600 as hours
    from ticket where resolved_at >= $1 and resolved_at < $2
  ) as resolved`;

const openingBacklogSql = `
  select (
    (select count(*) from ticket where status in ('open', 'in_progress') and created_at < $1) +
    (select count(*) from ticket where resolved_at >= $1 and created_at < $1)
  )::int as count`;

const ageSql = `
  with bucket (label, youngest, oldest) as (values
    ('under 1 day', null, interval '1 day'), ('1–3 days', interval '1 day', interval '3 days'),
    ('3–7 days', interval '3 days', interval '7 days'), ('7–30 days', interval '7 days', interval '30 days'),
    ('over 30 days', interval '30 days', null)),
  bounded as (
    select label, date_trunc('milliseconds', now() - oldest) as "from", date_trunc('milliseconds', now() - youngest) as "to" from bucket)
  select label, "from", "to", p.priority, (
    select count(*)::int from ticket
    where status in ('open', 'in_progress') and ticket.priority = p.priority
      and created_at >= coalesce("from", '-infinity') and created_at < coalesce("to", 'infinity')) as count
  from bounded, unnest(enum_range(null::ticket_priority)) as p (priority) order by "to" desc nulls first, p.priority`;

/** @throws InvalidInputError for a number of days or a time zone that does not exist. */
export function statsWindow(dataSource: DataSource, days: number, timeZone: string): StatsWindow {
  const zone = check(days, timeZone);
  const today = dateOf(Date.now(), zone);
  const first = addDays(today, 1 - days);
  const at = (date: string) => new Date(startOf(date, zone)).toISOString();
  const [from, to] = [at(first), at(addDays(today, 1))];
  return {
    async perDay() {
      const dates = Array.from({ length: days }, (_, index) => addDays(first, index));
      const starts = dates.map(at);
      const [created, resolved] = await Promise.all(
        (['created_at', 'resolved_at'] as const).map((column) => readSpans(dataSource, column, starts, from, to)),
      );
      return dates.map((date, index) => ({
        date,
        from: starts[index] ?? from,
        to: starts[index + 1] ?? to,
        created: created?.get(index + 1) ?? 0,
        resolved: resolved?.get(index + 1) ?? 0,
        partial: date === today,
      }));
    },
    period: () => readPeriod(dataSource, from, to),
    previousPeriod: () => readPeriod(dataSource, at(addDays(first, -days)), from),
    async openingBacklog() {
      const [opening] = await readQuery<{ count: number }[]>(dataSource, openingBacklogSql, [from]);
      return opening?.count ?? 0;
    },
    byWhom: (whom) => workCounts(dataSource, whom, from, to),
    async backlogAge() {
      return ageBuckets(await readQuery<AgeRow[]>(dataSource, ageSql));
    },
  };
}

type AgeRow = { label: string; from: Date | null; to: Date | null; priority: TicketPriority; count: number };
type PeriodRow = {
  created: number;
  resolved: number;
  median: number | null;
  p90: number | null;
  responses: (number | null)[];
};

/** Counts by the number of their span, which begins with 1; spans without any are left out. */
async function readSpans(
  dataSource: DataSource,
  column: 'created_at' | 'resolved_at',
  starts: readonly string[],
  from: string,
  to: string,
): Promise<Map<number, number>> {
  const rows = await readQuery<{ span: number; count: number }[]>(dataSource, perSpanSql(column), [starts, from, to]);
  return new Map(rows.map(({ span, count }) => [span, count]));
}

async function readPeriod(dataSource: DataSource, from: string, to: string): Promise<Period> {
  const [row] = await readQuery<PeriodRow[]>(dataSource, periodSql, [from, to]);
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
  };
}

/** One row of the answer for each age and priority becomes one bucket for each age. */
function ageBuckets(rows: readonly AgeRow[]): AgeBucket[] {
  const buckets = new Map<string, AgeBucket>();
  for (const { label, from, to, priority, count } of rows) {
    const bucket = buckets.get(label) ?? {
      label,
      from: from?.toISOString() ?? null,
      to: to?.toISOString() ?? null,
      count: 0,
      byPriority: [],
    };
    bucket.count += count;
    bucket.byPriority.push({ priority, count });
    buckets.set(label, bucket);
  }
  return [...buckets.values()];
}

function check(days: number, timeZone: string): TimeZone {
  if (days < 1 || days > longestWindow) {
    const message = `Ensure this value is between 1 and ${longestWindow}.`;
    throw new InvalidInputError([{ path: ['days'], code: 'invalid', message }]);
  }
  const zone = timeZoneOf(timeZone);
  if (zone === null) {
    const name = timeZone.slice(0, 100).toWellFormed();
    const message = `"${name}" is no time zone that this desk knows. Send an IANA name, such as "Europe/Berlin", or an offset, such as "+02:00".`;
    throw new InvalidInputError([{ path: ['timeZone'], code: 'invalid', message }]);
  }
  return zone;
}
