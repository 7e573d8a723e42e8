/** From the start of the built server on an existing database to its first answer, and its memory at rest. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as setTimeoutAsync } from 'node:timers/promises';
import type { Bench } from '../support/bench.js';
import { type Figure, type Goal, interleave, pick } from '../support/figures.js';
import { memoryMb } from '../support/memory.js';
import { type Start, startServer } from '../support/servers.js';

const restMs = 10_000;

type Sample = { readonly startMs: number; readonly restMb: number };

const memoryGoals: Readonly<Record<string, Goal>> = {
  'PostgreSQL server': { atMost: 150 },
  'embedded database': { atMost: 450 },
};

export async function measureStart({ databases, size, rounds }: Bench): Promise<Figure[]> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'relaydesk-bench-start-'));
  const databaseUrl = await databases.of(size);
  // The first start makes the embedded database.
  await (await startServer('Relaydesk', { dataDirectory })).stop();
  const samples = await interleave<Sample>(rounds, {
    'PostgreSQL server': () => startOnce({ databaseUrl }),
    'embedded database': () => startOnce({ dataDirectory }),
  });
  rmSync(dataDirectory, { recursive: true, force: true });
  const starts = pick(samples, ({ startMs }) => startMs);
  const memories = pick(samples, ({ restMb }) => restMb);
  return Object.entries(memoryGoals).flatMap(([name, memoryGoal]): Figure[] => [
    { what: `start, ${name}`, unit: 'ms', samples: starts.get(name) ?? [], goal: { atMost: 1_500 } },
    { what: `memory at rest, ${name}`, unit: 'MB', samples: memories.get(name) ?? [], goal: memoryGoal },
  ]);
}

async function startOnce(place: Start): Promise<Sample> {
  const begin = performance.now();
  const server = await startServer('Relaydesk', place);
  await fetch(`${server.url}/healthz`);
  const startMs = performance.now() - begin;
  await setTimeoutAsync(restMs);
  const restMb = memoryMb(server);
  await server.stop();
  return { startMs, restMb };
}
