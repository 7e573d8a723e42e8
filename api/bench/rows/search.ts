/**
 * A fixed mix of searches for the newest twenty matches, on tickets whose newest are one outage told 27,000 times in the
 * same words (of a million; fewer of fewer). The order of words is another in each round.
 */
import pg from 'pg';
import { ask, timed } from '../support/ask.js';
import type { Bench } from '../support/bench.js';
import { type Figure, figuresOf, percentile, ratio } from '../support/figures.js';
import { type Server, startServer } from '../support/servers.js';
import { signSession } from '../support/signature.js';
import { absentWord, plantedWord, vocabulary } from '../support/vocabulary.js';

const identicalShare = 0.027;
const timesPerRound = 10;

const outage = `
  insert into ticket (title, description, category, priority)
  select 'Broken mail gateway', 'Nobody in the building can send mail since this morning.', 'technical', 'high'
  from generate_series(1, $1::int)`;

const query = `query ($search: String!) { tickets(first: 20, filter: { search: $search }) { edges { node { id title } } } }`;

const unindexed = `select number from ticket where title || ' ' || description || '' ilike $1 order by created_at desc limit 20`;

export function mix(): Record<string, string> {
  const words = vocabulary();
  const ranked = (rank: number) => words[rank - 1] ?? '';
  return {
    absent: absentWord,
    'in three tickets': plantedWord,
    'rank 15,000': ranked(15_000),
    'rank 3,000': ranked(3_000),
    'rank 1,000': ranked(1_000),
    'rank 300': ranked(300),
    common: 'refund',
    'two common words': 'refund invoice',
    'two adjacent words': 'charged order',
    'rare and common': `${ranked(15_000)} refund`,
    'two letters': 'in',
    'in the identical ones': 'gateway',
  };
}

export async function measureSearch({ databases, size, rounds }: Bench): Promise<Figure[]> {
  const copy = await databases.copyOf(size, 'search');
  const client = new pg.Client({ connectionString: copy.url });
  await client.connect();
  await client.query(signSession);
  await client.query(outage, [Math.round(size * identicalShare)]);
  await client.query('vacuum (analyze) ticket');
  const server = await startServer('Relaydesk', { databaseUrl: copy.url });

  const searches = Object.entries(mix());
  const medians = new Map<string, number[]>(searches.map(([name]) => [name, []]));
  const scans: number[] = [];
  const all: number[][] = [];
  for (let round = 0; round < rounds; round++) {
    process.stderr.write(`Round ${round + 1} of ${rounds}\n`);
    const times: number[] = [];
    for (const [name, search] of [...searches.slice(round), ...searches.slice(0, round)]) {
      const own = await timesOf(server, search);
      medians.get(name)?.push(percentile(own, 0.5));
      times.push(...own);
    }
    all.push(times);
    scans.push(await timed(() => client.query(unindexed, [`%${absentWord}%`])));
  }
  await server.stop();
  await client.end();
  await copy.drop();

  const scan = 'an unindexed scan for the absent word';
  const samples = new Map([...medians, [scan, scans]]);
  return [
    {
      what: 'all, 95th percentile',
      unit: 'ms',
      samples: all.map((times) => percentile(times, 0.95)),
      goal: { atMost: 100 },
    },
    { what: 'all, slowest', unit: 'ms', samples: all.map((times) => Math.max(...times)), goal: { atMost: 500 } },
    ratio(samples, scan, 'absent', { atLeast: 100 }),
    ...figuresOf(samples, 'ms'),
  ];
}

export async function timesOf(server: Server, search: string): Promise<number[]> {
  const times: number[] = [];
  for (let count = 0; count < timesPerRound; count++) times.push(await timed(() => ask(server, query, { search })));
  return times;
}
