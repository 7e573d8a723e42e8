/** Figures of the last days in a time zone. Every statement reads an index range of the window, never the whole table. */
import type { DataSource } from 'typeorm';
import { sqlState } from '../database/database-error.js';
import { readQuery } from '../database/reads/standby.js';
import { InvalidInputError } from '../errors.js';
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
};

export type Day = { date: string; from: string; to: string; created: number; resolved: number; partial: boolean };

export type AgeBucket = { label: string; from: string | null; to: string | null; count: number };

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

/** Local midnights, by local timestamps: generate_series takes a time zone only from PostgreSQL 16 on. */
const daysSql = `
  select to_char(day, 'YYYY-MM-DD') as date, day at time zone $2 as "from", (day + interval '1 day') at time zone $2 as "to",
    day = date_trunc('day', now() at time zone $2) as partial
  from generate_series(
    date_trunc('day', now() at time zone $2) - ($1::int - 1) * interval '1 day',
    date_trunc('day', now() at time zone $2), interval '1 day') as day`;

const perDaySql = `
  with days as (${daysSql}),
  created as (
    select date_trunc('day', created_at at time zone $2) as day, count(*)::int as count from ticket
    where created_at >= (select min("from") from days) group by 1),
  resolved as (
    select date_trunc('day', resolved_at at time zone $2) as day, count(*)::int as count from ticket
    where resolved_at >= (select min("from") from days) group by 1)
  select days.*, coalesce(created.count, 0) as created, coalesce(resolved.count, 0) as resolved
  from days
  left join created on created.day = days.date::timestamp
  left join resolved on resolved.day = days.date::timestamp
  order by days.date`;

/** In days of the time zone, some of which have 23 hours or 25. */
const daysBeforeSql = `select (($1::timestamptz at time zone $2) - $3::int * interval '1 day') at time zone $2 as "from"`;

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
  select label, "from", "to", (
    select count(*)::int from ticket
    where status in ('open', 'in_progress')
      and ("from" is null or created_at >= "from") and ("to" is null or created_at < "to")) as count
  from bounded order by "to" desc nulls first`;

/** @throws InvalidInputError for a number of days or a time zone that does not exist. */
export function statsWindow(dataSource: DataSource, days: number, timeZone: string): StatsWindow {
  check(days, timeZone);
  let known: Promise<Day[]> | null = null;
  const perDay = () => {
    known ??= readDays(dataSource, days, timeZone);
    return known;
  };
  const span = async () => {
    const all = await perDay();
    const from = all[0]?.from ?? new Date().toISOString();
    return { from, to: all.at(-1)?.to ?? from };
  };
  return {
    perDay,
    async period() {
      const { from, to } = await span();
      return readPeriod(dataSource, from, to);
    },
    async previousPeriod() {
      const { from } = await span();
      const [start] = await readQuery<{ from: Date }[]>(dataSource, daysBeforeSql, [from, timeZone, days]);
      return readPeriod(dataSource, start?.from.toISOString() ?? from, from);
    },
    async openingBacklog() {
      const { from } = await span();
      const [opening] = await readQuery<{ count: number }[]>(dataSource, openingBacklogSql, [from]);
      return opening?.count ?? 0;
    },
    async byWhom(whom) {
      const { from, to } = await span();
      return workCounts(dataSource, whom, from, to);
    },
    async backlogAge() {
      const ages = await readQuery<AgeRow[]>(dataSource, ageSql);
      return ages.map((age) => ({
        ...age,
        from: age.from?.toISOString() ?? null,
        to: age.to?.toISOString() ?? null,
      }));
    },
  };
}

async function readDays(dataSource: DataSource, days: number, timeZone: string): Promise<Day[]> {
  const rows = await readQuery<DayRow[]>(dataSource, perDaySql, [days, timeZone]).catch((error: unknown) => {
    throw sqlState(error) === invalidParameter ? unknownTimeZone(timeZone) : error;
  });
  return rows.map((day) => ({ ...day, from: day.from.toISOString(), to: day.to.toISOString() }));
}

type DayRow = Omit<Day, 'from' | 'to'> & { from: Date; to: Date };
type AgeRow = Omit<AgeBucket, 'from' | 'to'> & { from: Date | null; to: Date | null };
type PeriodRow = {
  created: number;
  resolved: number;
  median: number | null;
  p90: number | null;
  responses: (number | null)[];
};

async function readPeriod(dataSource: DataSource, from: string, to: string): Promise<Period> {
  const [row] = await readQuery<PeriodRow[]>(dataSource, periodSql, [from, to]);
  const { created = 0, resolved = 0, median = null, p90 = null, responses = [] } = row ?? {};
  const [medianMinutesToFirstResponse = null, p90MinutesToFirstResponse = null] = responses;
  return {
    from,
    to,
    created,
    resolved,
    medianHoursToResolve: median,
    p90HoursToResolve: p90,
    medianMinutesToFirstResponse,
    p90MinutesToFirstResponse,
  };
}

function check(days: number, timeZone: string): void {
  if (days < 1 || days > longestWindow) {
    const message = `Ensure this value is between 1 and ${longestWindow}.`;
    throw new InvalidInputError([{ path: ['days'], code: 'invalid', message }]);
  }
  if (!isTimeZone(timeZone)) throw unknownTimeZone(timeZone);
}

/** Offsets such as "+02:00" are time zones to JavaScript, but they know nothing of summer, and the database turns their sign. */
function isTimeZone(name: string): boolean {
  try {
    return /^[a-z]/i.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

/** SQLSTATE of a time zone that JavaScript knows and the database does not: their lists differ in names long gone. */
const invalidParameter = '22023';

function unknownTimeZone(name: string): InvalidInputError {
  const message = `"${name.slice(0, 100).toWellFormed()}" is no time zone that this desk knows. Send an IANA name, such as "Europe/Berlin".`;
  return new InvalidInputError([{ path: ['timeZone'], code: 'invalid', message }]);
}
