import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { Periodic } from '../src/jobs/periodic.js';
import { silentLogger } from '../src/logger.js';
import { eventually } from './support/eventually.js';
import { runnersOnDatabase } from './support/runners.js';
import { statementsDuring } from './support/statements.js';

/** Everything here runs on the embedded database, with its one connection, and on a server alike. */
const at = runnersOnDatabase();

describe('a periodic task', () => {
  const runnerOf = (intervalMs: number, work: () => Promise<unknown>, holdMs = 200) => {
    const periodic = new Periodic(at.database.dataSource, silentLogger, { holdMs });
    periodic.every('task', intervalMs, work);
    at.stopAfter(periodic);
    return periodic;
  };

  test('that is frequent stays with one process, and goes to another when that one ends', async () => {
    const runs = { one: 0, other: 0 };
    const one = runnerOf(10, async () => void runs.one++);
    const other = runnerOf(10, async () => void runs.other++);
    one.start();
    await eventually(() => runs.one > 0);
    other.start();
    await eventually(() => runs.one > 40);
    expect(runs.other).toBe(0);
    await one.stop();
    await eventually(() => runs.other > 5);
  });

  test('that is frequent asks the database for its turn only now and then', async () => {
    let runs = 0;
    const periodic = runnerOf(1, async () => void runs++, 60_000);
    const { statements } = await statementsDuring(async () => {
      periodic.start();
      await eventually(() => runs >= 20);
    });
    expect(statements).toHaveLength(1);
  });

  test('is nobody else’s while its work lasts, however long', async () => {
    const holdMs = 1_000;
    const end = Promise.withResolvers<void>();
    let begun = 0;
    const work = async () => {
      begun++;
      await end.promise;
    };
    const [one, other] = [runnerOf(200, work, holdMs), runnerOf(200, work, holdMs)];
    const running = one.runDue();
    await eventually(() => begun === 1);
    const since = performance.now();
    while (performance.now() - since < 2.5 * holdMs) {
      expect(await other.runDue()).toEqual([]);
      // Remembered for half of the time that a frequent task is held.
      await delay(holdMs / 5);
    }
    end.resolve();
    expect(await running).toEqual(['task']);
    expect(begun).toBe(1);
  });

  test('that fails is told once, tried again, and told when it works again', async () => {
    const told: string[] = [];
    const tell = (...[first, second]: unknown[]) => void told.push(String(second ?? first));
    const periodic = new Periodic(at.database.dataSource, { info: tell, warn: tell } as never, { holdMs: 100 });
    at.stopAfter(periodic);
    let runs = 0;
    periodic.every('task', 5, async () => {
      if (++runs < 4) throw new Error('No.');
    });
    periodic.start();
    await eventually(() => told.length === 2);
    expect(told).toEqual([
      'The task "task" failed; it is tried again when it is next due.',
      'The task "task" works again.',
    ]);
    // It may have been due again by now.
    expect(runs).toBeGreaterThanOrEqual(4);
  });
});
