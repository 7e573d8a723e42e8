/**
 * Compares the counters of the statistics with a full count of the tickets. They cannot differ while only the desk
 * writes; a table that was changed behind its triggers, or restored in parts, is what this is for. The repair appends
 * what is missing as one more delta, so it is exact while others write.
 */
import type { DataSource } from 'typeorm';
import { takeLock } from '../database/locks.js';

/** A counter, and by how much the tickets are more (or, negative, fewer) than it says. */
export type Difference = { readonly counter: string; readonly missing: number };

const cells = `
  select category, priority, status, sum(count)::bigint as missing from (
    select category, priority, status, 1 as count from ticket where merged_into is null
    union all
    select category, priority, status, -count from ticket_count_now
  ) as every group by category, priority, status having sum(count) <> 0`;

const days = `
  select day, sum(count)::bigint as missing from (
    select (created_at at time zone 'utc')::date as day, 1 as count from ticket where merged_into is null
    union all
    select day, -count from ticket_day_now
  ) as every group by day having sum(count) <> 0`;

/** Each of the two is one statement, and so sees one moment. */
export async function verifyStats(dataSource: DataSource, { repair }: { repair: boolean }): Promise<Difference[]> {
  return dataSource.transaction(async (manager) => {
    await manager.query('set local statement_timeout = 0');
    if (repair) await takeLock(manager, 'statsRepair');
    const found = async (counter: string, table: string, differences: string): Promise<Difference[]> => {
      const appended = repair ? `, repaired as (insert into ${table} select * from difference)` : '';
      return manager.query(
        `with difference as materialized (${differences})${appended}
         select ${counter} as counter, missing::int as missing from difference order by counter`,
      );
    };
    return [
      ...(await found(`concat_ws(', ', category, priority, status)`, 'ticket_count_delta', cells)),
      ...(await found(`to_char(day, 'YYYY-MM-DD')`, 'ticket_day_delta', days)),
    ];
  });
}
