/**
 * What the exact counters and the feed of changes cost: 16 writers with and without the triggers of the ones, and the
 * column and index of the other, while readers compare the counters with a full count.
 */
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
  const [whole, uncounted, unfed] = [
    await databases.copyOf(size, 'whole'),
    await databases.copyOf(size, 'uncounted'),
    await databases.copyOf(size, 'unfed'),
  ];
  const copies = [whole, uncounted, unfed];
  // All fold, so that all databases bear the same but for what was dropped.
  const servers = await Promise.all(copies.map(({ url }) => startServer('Relaydesk', { databaseUrl: url })));
  // Now that they have brought the copies up to date.
  await dropCounters(uncounted.url);
  await dropFeed(unfed.url);
  const wrong: number[] = [];
  const effort = { count: writers, seconds, size };
  const samples = await interleave<Written>(rounds, {
    'the whole': async () => {
      const [written, cells] = await Promise.all([runWriters(whole.url, effort), check(whole.url, seconds)]);
      wrong.push(cells);
      return written;
    },
    'without the counters': () => write(uncounted.url, effort),
    'without the feed': () => write(unfed.url, effort),
  });
  for (const server of servers) await server.stop();
  const lost = await check(whole.url, 0);
  for (const copy of copies) await copy.drop();

  const rates = pick(samples, ({ perSecond }) => perSecond);
  const deadlocks = pick(samples, ({ deadlocks }) => deadlocks);
  return [
    ratio(rates, 'the whole', 'without the counters', { atLeast: 0.8 }),
    ratio(rates, 'the whole', 'without the feed', { atLeast: 0.95 }),
    ...figuresOf(rates, 'transactions/s'),
    { what: 'wrong counts in reads meanwhile', unit: '', samples: wrong, goal: { atMost: 0 } },
    { what: 'wrong counts at the end', unit: '', samples: [lost], goal: { atMost: 0 } },
    { what: 'deadlocks', unit: '', samples: deadlocks.get('the whole') ?? [], goal: { atMost: 0 } },
  ];
}

/** The same reads meanwhile as beside the counters, whatever they find. */
async function write(url: string, effort: Parameters<typeof runWriters>[1]): Promise<Written> {
  const [written] = await Promise.all([runWriters(url, effort), check(url, effort.seconds)]);
  return written;
}

async function dropFeed(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('drop index ticket_event_by_transaction');
  await client.query('alter table ticket_event alter column transaction drop default');
  await client.end();
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
