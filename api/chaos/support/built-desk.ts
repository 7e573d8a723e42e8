/** The built desk as a process of its own, and what can be learnt about it from outside. */
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from '@jest/globals';
import { type ServerProcess, startServer } from '../../test/support/server-process.js';
import { isShort, tell } from './run.js';

export type Memory = { rss: number; heapUsed: number; external: number };

const main = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));
const probe = new URL('./memory-probe.mjs', import.meta.url).href;

/** Errors are logged, so that what went wrong inside can be seen; limits of rate are a client's, not a fault's. */
export function startBuiltDesk(
  environment: Record<string, string>,
  nodeOptions: readonly string[] = [],
): Promise<ServerProcess> {
  const program = ['--expose-gc', '--import', probe, ...nodeOptions, main];
  return startServer({ LOG_LEVEL: 'error', RATE_LIMIT: 'off', ...environment }, program);
}

/** What the process holds on to when its garbage is gone. */
export async function settledMemory({ child, output }: ServerProcess): Promise<Memory> {
  const known = output.length;
  child.kill('SIGUSR2');
  for (;;) {
    const line = output.slice(known).find((told) => told.startsWith('memory '));
    if (line) return JSON.parse(line.slice('memory '.length)) as Memory;
    await delay(10);
  }
}

/** What the desk itself calls an error: logged failures, and rejections that nobody handled, which would have ended it. */
export function expectNoInnerFailure({ child, output }: ServerProcess): void {
  expect(output.filter((line) => line.startsWith('{"level":50') || line.startsWith('{"level":60'))).toEqual([]);
  expect([child.exitCode, child.signalCode]).toEqual([null, null]);
}

/** Megabytes by which a measurement may exceed an earlier one; a short run has not filled the caches by then. */
const tolerance = isShort ? { held: 25, rss: 200 } : { held: 8, rss: 100 };

const megabytes = (bytes: number) => Math.round(bytes / 1e5) / 10;
const held = ({ heapUsed, external }: Memory) => megabytes(heapUsed + external);

export function expectFlat(before: Memory, after: Memory): void {
  const rss = `${megabytes(before.rss)} → ${megabytes(after.rss)} MB resident`;
  tell(`memory: ${held(before)} → ${held(after)} MB held, ${rss}`);
  expect(held(after) - held(before)).toBeLessThan(tolerance.held);
  expect(megabytes(after.rss - before.rss)).toBeLessThan(tolerance.rss);
}
