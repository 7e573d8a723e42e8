/** What each person, or each team, has to do and has done in a span of time. Two ranges of indexes, never the whole table. */
import type { DataSource } from 'typeorm';
import { readQuery } from '../database/reads/standby.js';

export type Whom = 'assignee' | 'team';

export type WorkCount = {
  /** Null: what is nobody's. */
  readonly key: number | null;
  readonly unfinished: number;
  readonly resolved: number;
  readonly medianHoursToResolve: number | null;
};

/** The most unfinished first; what is nobody's comes last. */
export function workCounts(dataSource: DataSource, whom: Whom, from: string, to: string): Promise<WorkCount[]> {
  return readQuery<WorkCount[]>(dataSource, sqlOf(`${whom}_id`), [from, to]);
}

const sqlOf = (column: string) => `
  with unfinished as (
    select coalesce(${column}, 0) as key, count(*)::int as count from ticket where resolved_at is null group by 1),
  resolved as (
    select coalesce(${column}, 0) as key, count(*)::int as count,
      percentile_cont(0.5) within group (order by extract(epoch from resolved_at - created_at)::float8 / 3600) as median
    from ticket where resolved_at >= $1 and resolved_at < $2 group by 1)
  select nullif(key, 0) as key, coalesce(unfinished.count, 0) as unfinished, coalesce(resolved.count, 0) as resolved,
    resolved.median as "medianHoursToResolve"
  from unfinished full join resolved using (key)
  order by key = 0, unfinished desc, key`;
