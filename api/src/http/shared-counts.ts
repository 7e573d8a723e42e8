/** Counts per key and window that all processes of a desk add to: kept in memory, exchanged through the database. */
import type { DataSource } from 'typeorm';

type Count = { window: number; own: number; told: number; others: number };
export type SharedCounts = {
  /** One more. Answers the sum in this window, and when the window ends. */
  add(key: string, windowMs: number): { current: number; ttl: number };
  stop(): Promise<void>;
};

const exchangeEveryMs = 1_000;

/** Adds what this process counted since the last exchange, and answers what all counted; in one order, so that two processes cannot deadlock. */
const exchangeSql = `
  insert into request_count as c (key, window_start, count)
  select * from unnest($1::text[], $2::bigint[], $3::int[]) order by 1, 2
  on conflict (key, window_start) do update set count = c.count + excluded.count
  returning key, window_start, count`;

/** One more, counted at once and for all processes, where being exact is worth a statement. */
export async function countAtOnce(
  dataSource: DataSource,
  key: string,
  windowMs: number,
): Promise<{ current: number; ttl: number }> {
  const window = Math.floor(Date.now() / windowMs) * windowMs;
  const [row] = await dataSource.query<{ count: number }[]>(exchangeSql, [[key], [window], [1]]);
  return { current: row?.count ?? 0, ttl: window + windowMs - Date.now() };
}

/** Forgets what was counted in windows that began so long ago. */
export async function forgetOldCounts(dataSource: DataSource, ageMs: number): Promise<void> {
  await dataSource.query('delete from request_count where window_start < $1', [Date.now() - ageMs]);
}

export function shareCounts(dataSource: DataSource, isShared: boolean): SharedCounts {
  const counts = new Map<string, Count>();
  let exchange: Promise<unknown> = Promise.resolve();
  let newestWindow = 0;

  async function tell(): Promise<void> {
    const due = [...counts]
      .map(([key, count]) => ({ key, count, amount: count.own - count.told }))
      .filter(({ amount }) => amount > 0);
    if (due.length === 0) return;
    type Row = { key: string; window_start: string; count: number };
    const rows = await dataSource.query<Row[]>(exchangeSql, [
      due.map(({ key }) => key),
      due.map(({ count }) => count.window),
      due.map(({ amount }) => amount),
    ]);
    // Not before: what a failing database did not hear is told again.
    for (const { count, amount } of due) count.told += amount;
    for (const { key, window_start, count: all } of rows) {
      const count = counts.get(key);
      if (count && count.window === Number(window_start)) count.others = all - count.told;
    }
  }

  function forgetOld(window: number): void {
    if (window <= newestWindow) return;
    newestWindow = window;
    for (const [key, count] of counts) if (count.window < window) counts.delete(key);
  }

  // A database that is away leaves every process with its own counts.
  const timer = isShared
    ? setInterval(() => {
        exchange = exchange.then(tell).catch(() => undefined);
      }, exchangeEveryMs).unref()
    : undefined;

  return {
    add(key, windowMs) {
      const now = Date.now();
      const window = Math.floor(now / windowMs) * windowMs;
      forgetOld(window);
      const known = counts.get(key);
      const count = known?.window === window ? known : { window, own: 0, told: 0, others: 0 };
      counts.set(key, count);
      count.own += 1;
      return { current: count.own + count.others, ttl: window + windowMs - now };
    },
    async stop() {
      clearInterval(timer);
      await exchange;
    },
  };
}
