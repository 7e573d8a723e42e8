import cluster, { type Worker } from 'node:cluster';
import { setTimeout as setTimeoutAsync } from 'node:timers/promises';
import type { Config } from './config.js';
import { serveMetrics, workersMetrics } from './http/metrics.js';
import { onStopSignal, type ReadyMessage, type Started } from './serve.js';

/** A worker that ends soon after its start is replaced later and later, up to the longest pause. */
const soonMs = 10_000;
const shortestPauseMs = 100;
const longestPauseMs = 10_000;

/**
 * Runs `program` as several processes behind one port. This process answers no request itself: it starts the workers,
 * replaces one that dies, tells their figures together, and ends when all of them have.
 */
export async function runWorkers({ workers, metrics }: Config['server'], program: string): Promise<Started> {
  let isStopping = false;
  onStopSignal(async () => {
    isStopping = true;
    process.exit(await endAll());
  });
  cluster.setupPrimary({ exec: program });
  const keep = async (worker: Worker, pauseMs = shortestPauseMs): Promise<void> => {
    const startedAt = Date.now();
    const end = await endOf(worker);
    if (isStopping) return;
    const isSoon = Date.now() - startedAt < soonMs;
    console.warn(`Worker process ${worker.process.pid} ended with ${end}; another one takes its place.`);
    await setTimeoutAsync(pauseMs);
    if (!isStopping) void keep(cluster.fork(), isSoon ? Math.min(pauseMs * 2, longestPauseMs) : shortestPauseMs);
  };

  const first = cluster.fork();
  const started = await Promise.race([startOf(first), endOf(first).then(() => null)]);
  // It has said why; the others could not start either.
  if (started === null) process.exit(1);
  void keep(first);
  const others = Array.from({ length: workers - 1 }, () => cluster.fork());
  for (const worker of others) void keep(worker);
  // One that ends before it is ready is told of, and replaced; the others answer meanwhile.
  await Promise.all(others.map((worker) => Promise.race([startOf(worker), endOf(worker)])));
  if (metrics) await serveMetrics(workersMetrics(), metrics);
  console.log(`${started.greeting}\n  Processes ${workers}`);
  return started;
}

function startOf(worker: Worker): Promise<Started> {
  return new Promise((resolve) => {
    worker.on('message', (message: Partial<ReadyMessage>) => {
      const { isReady, greeting, hasTeam = false } = message;
      if (isReady && greeting) resolve({ greeting, hasTeam });
    });
  });
}

/** What a process ended with, for a person. */
function endOf(worker: Worker): Promise<string> {
  return new Promise((resolve) => {
    worker.once('exit', (code: number | null, signal: string | null) => resolve(signal ?? `code ${code}`));
  });
}

/** The exit code for all: a worker ends by itself with 0, or by the signal where it was not ready yet. */
async function endAll(): Promise<number> {
  const living = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
  const ends = Promise.all(living.map(endOf));
  for (const worker of living) worker.process.kill('SIGTERM');
  return (await ends).every((end) => end === 'code 0' || end === 'SIGTERM') ? 0 : 1;
}
