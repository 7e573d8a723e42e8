/** The list of all tickets in one answer: how fast it comes, what memory it takes, and what others wait meanwhile. */
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as setTimeoutAsync } from 'node:timers/promises';
import { timed } from '../support/ask.js';
import type { Bench } from '../support/bench.js';
import { type Figure, percentile } from '../support/figures.js';
import { memoryMb } from '../support/memory.js';
import { type Server, startServer } from '../support/servers.js';

const growthGoal = { atMost: 150 };

/** A slow client takes 64 kB, waits, and gives up after a while. */
const slow = { pauseMs: 20, seconds: 10 };

type Sample = { rowsPerSecond: number; firstByteMs: number; growthMb: number; othersP95Ms: number };

export async function measureStream({ place, size, rounds }: Bench): Promise<Figure[]> {
  const server = await startServer('Relaydesk', place);
  await streamAll(server);
  const one: Sample[] = [];
  const four: Sample[] = [];
  const slowly: number[] = [];
  for (let round = 0; round < rounds; round++) {
    process.stderr.write(`Round ${round + 1} of ${rounds}\n`);
    one.push(await measure(server, size, 1));
    four.push(await measure(server, size, 4));
    slowly.push((await watched(server, () => streamSlowly(server))).growthMb);
  }
  await server.stop();
  const figure = (what: string, unit: string, from: Sample[], key: keyof Sample) => ({
    what,
    unit,
    samples: from.map((sample) => sample[key]),
  });
  return [
    { ...figure('one client', 'rows/s', one, 'rowsPerSecond'), goal: { atLeast: 300_000 } },
    { ...figure('one client, first byte', 'ms', one, 'firstByteMs'), goal: { atMost: 20 } },
    { ...figure('one client, memory growth', 'MB', one, 'growthMb'), goal: growthGoal },
    figure('one client, others wait at the 95th percentile', 'ms', one, 'othersP95Ms'),
    figure('four clients together', 'rows/s', four, 'rowsPerSecond'),
    { ...figure('four clients, memory growth', 'MB', four, 'growthMb'), goal: growthGoal },
    { what: 'a slow client, memory growth', unit: 'MB', samples: slowly, goal: growthGoal },
  ];
}

async function measure(server: Server, size: number, clients: number): Promise<Sample> {
  const firstBytes: number[] = [];
  const { seconds, ...seen } = await watched(server, async () => {
    firstBytes.push(...(await Promise.all(Array.from({ length: clients }, () => streamAll(server)))));
  });
  return { ...seen, rowsPerSecond: (size * clients) / seconds, firstByteMs: Math.max(...firstBytes) };
}

/** What memory the work takes at most, and what other requests wait meanwhile. */
async function watched(server: Server, work: () => Promise<void>) {
  const before = memoryMb(server);
  let most = before;
  let isOver = false;
  const waits: number[] = [];
  const watching = (async () => {
    while (!isOver) {
      waits.push(await timed(async () => (await fetch(`${server.url}/api/tickets/?limit=20`)).arrayBuffer()));
      most = Math.max(most, memoryMb(server));
      await setTimeoutAsync(5);
    }
  })();
  const seconds = (await timed(work)) / 1_000;
  isOver = true;
  await watching;
  return { seconds, growthMb: most - before, othersP95Ms: percentile(waits, 0.95) };
}

/** Answers after how many milliseconds the first byte came. */
async function streamAll(server: Server): Promise<number> {
  const begin = performance.now();
  const answer = await listOf(server);
  let firstByteMs = Number.NaN;
  for await (const _chunk of answer) if (Number.isNaN(firstByteMs)) firstByteMs = performance.now() - begin;
  return firstByteMs;
}

async function streamSlowly(server: Server): Promise<void> {
  const answer = await listOf(server);
  const end = performance.now() + slow.seconds * 1_000;
  for await (const _chunk of answer) {
    await setTimeoutAsync(slow.pauseMs);
    if (performance.now() > end) break;
  }
}

async function listOf(server: Server): Promise<IncomingMessage> {
  const [answer] = (await once(get(`${server.url}/api/tickets/`), 'response')) as [IncomingMessage];
  if (answer.statusCode !== 200) throw new Error(`The list answered ${answer.statusCode}.`);
  return answer;
}
