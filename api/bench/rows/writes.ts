/** What the exact counters cost: 16 writers with and without their triggers, while readers compare them with a full count. */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Bench } from '../support/bench.js';
import { type Figure, figuresOf, interleave, pick, ratio } from '../support/figures.js';
import { startServer } from '../support/servers.js';
import { runWriters, type Written } from '../support/writers.js';

const writers = 16;
const checkEveryMs = 500;

/** In one statement, so in one snapshot: cells whose count is not the number of their tickets. */
const wrongCells = `
  select count(*)::int as count
  from (select category, priority, status, count(*) from ticket group by 1, 2, 3) as counted
  full join (select * from ticket_count_now where count <> 0) as kept using (category, priority, status)
  where counted.count is distinct from kept.count`;

const counterTriggers = `
  select tgname as name from pg_trigger where tgrelid = 'ticket'::regclass and not tgisinternal and tgname like '%\\_count'`;

export async function measureWrites({ databases, size, rounds, seconds }: Bench): Promise<Figure[]> {
  const [counted, plain] = [await databases.copyOf(size, 'counted'), await databases.copyOf(size, 'plain')];
  await dropCounters(plain.url);
  // Both fold, so that both databases bear the same but for the triggers.
  const servers = await Promise.all([counted, plain].map(({ url }) => startServer('Relaydesk', { databaseUrl: url })));
  const wrong: number[] = [];
  const effort = { count: writers, seconds, size };
  const samples = await interleave<Written>(rounds, {
    'with the counters': async () => {
      const [written, cells] = await Promise.all([runWriters(counted.url, effort), check(counted.url, seconds)]);
      wrong.push(cells);
      return written;
    },
    'without them': async () => (await Promise.all([runWriters(plain.url, effort), check(plain.url, seconds)]))[0],
  });
  for (const server of servers) await server.stop();
  const lost = await check(counted.url, 0);
  for (const copy of [counted, plain]) await copy.drop();

  const rates = pick(samples, ({ perSecond }) => perSecond);
  const deadlocks = pick(samples, ({ deadlocks }) => deadlocks);
  return [
    ratio(rates, 'with the counters', 'without them', { atLeast: 0.8 }),
    ...figuresOf(rates, 'transactions/s'),
    { what: 'wrong counts in reads meanwhile', unit: '', samples: wrong, goal: { atMost: 0 } },
    { what: 'wrong counts at the end', unit: '', samples: [lost], goal: { atMost: 0 } },
    { what: 'deadlocks', unit: '', samples: deadlocks.get('with the counters') ?? [], goal: { atMost: 0 } },
  ];
}

async function dropCounters(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(counterTriggers);
  for (const { name } of rows) await client.query(`drop trigger ${name} on ticket`);
  await client.end();
}

/** How many cells were wrong in any of the reads of so many seconds, at least one. */
async function check(url: string, seconds: number): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const end = performance.now() + seconds * 1_000;
  let wrong = 0;
  do {
    const { rows } = await client.query<{ count: number }>(wrongCells);
    wrong += rows[0]?.count ?? 0;
    await pause(checkEveryMs);
  } while (performance.now() < end);
  await client.end();
  return wrong;
}
