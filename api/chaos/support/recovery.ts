import { expect } from '@jest/globals';
import type { Load } from './load.js';
import { tell } from './run.js';

const mostSeconds = 5;

/** Ends a fault, and sees every caller's next write acknowledged soon after. */
export async function expectRecovery(fault: string, load: Load, end: () => Promise<void>): Promise<void> {
  const before = load.acknowledged.size;
  const begin = performance.now();
  await end();
  await load.progressOfEach();
  const seconds = (performance.now() - begin) / 1_000;
  const setbacks = [...load.setbacks].map(([kind, count]) => `${count} ${kind}`).join(', ');
  tell(`${fault}: back after ${seconds.toFixed(2)} s; ${before} writes before, setbacks so far: ${setbacks || 'none'}`);
  expect(seconds).toBeLessThan(mostSeconds);
}
