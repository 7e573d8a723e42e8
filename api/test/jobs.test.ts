import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { Jobs, type JobsOptions } from '../src/jobs/jobs.js';
import { HopelessError } from '../src/jobs/outbox.js';
import { silentLogger } from '../src/logger.js';
import { kill, nextMessage, startChild } from './support/child-process.js';
import { eventually } from './support/eventually.js';
import { runnersOnDatabase } from './support/runners.js';
import { statementsDuring } from './support/statements.js';
import { workDirectory } from './support/work-directory.js';

/** Everything here runs on the embedded database, with its one connection, and on a server alike. */
const at = runnersOnDatabase();

function jobsWith(options: JobsOptions = {}): Jobs {
  const jobs = new Jobs(at.database.dataSource, silentLogger, { longestRestMs: 50, pauseMs: () => 0, ...options });
  at.stopAfter(jobs);
  return jobs;
}

type Row = { kind: string; attempts: number; last_error: string | null; is_dead: boolean };
const rows = () =>
  at.database.dataSource.query<Row[]>(
    'select kind, attempts, last_error, died_at is not null as is_dead from job order by id',
  );
const isDone = async () => (await rows()).length === 0;

describe('a job', () => {
  test('is begun right after the commit of its change, never before, and never where that is undone', async () => {
    // So long that only the commit itself can have rung.
    const jobs = jobsWith({ longestRestMs: 60_000 });
    const heard: unknown[] = [];
    const begun = Promise.withResolvers<void>();
    jobs.handle('greet', async (payload) => {
      heard.push(payload);
      begun.resolve();
    });
    jobs.start();
    await at.database.dataSource
      .transaction(async (manager) => {
        await jobs.enqueue(manager, 'greet', { who: 'nobody' });
        throw new Error('undone');
      })
      .catch(() => undefined);
    await at.database.dataSource.transaction(async (manager) => {
      await jobs.enqueue(manager, 'greet', { who: 'Anna' });
      await manager.query('select 1');
      expect(heard).toEqual([]);
    });
    await begun.promise;
    expect(heard).toEqual([{ who: 'Anna' }]);
    await eventually(isDone);
  });

  test('may use the database, also where there is one connection, and enqueue another', async () => {
    const jobs = jobsWith();
    const done = Promise.withResolvers<number>();
    jobs.handle('first', async () => {
      await at.database.dataSource.transaction((manager) => jobs.enqueue(manager, 'second', {}));
    });
    jobs.handle('second', async () => {
      const [row] = await at.database.dataSource.query<{ count: number }[]>('select count(*)::int as count from job');
      done.resolve(row?.count ?? 0);
    });
    jobs.start();
    await jobs.enqueue(at.database.dataSource.manager, 'first', {});
    expect(await done.promise).toBeGreaterThan(0);
    await eventually(isDone);
  });

  test('waits until its time', async () => {
    const jobs = jobsWith({ longestRestMs: 60_000 });
    const begun = Promise.withResolvers<number>();
    jobs.handle('later', async () => begun.resolve(Date.now()));
    jobs.start();
    const runAt = new Date(Date.now() + 300);
    await jobs.enqueue(at.database.dataSource.manager, 'later', {}, { runAt });
    expect(await begun.promise).toBeGreaterThanOrEqual(runAt.getTime());
  });

  test('of two hundred is done once, by whichever of three runners', async () => {
    const counts = new Map<number, number>();
    const busy = new Set<number>();
    const all = [1, 2, 3].map((runner) => {
      const jobs = jobsWith();
      jobs.handle('count', async (payload) => {
        const { n } = payload as { n: number };
        busy.add(runner);
        counts.set(n, (counts.get(n) ?? 0) + 1);
        // Else one of them may be through with all before the others have begun.
        await eventually(() => busy.size === 3);
      });
      return jobs;
    });
    await at.database.dataSource.transaction(async (manager) => {
      for (let n = 0; n < 200; n++) await all[0]?.enqueue(manager, 'count', { n });
    });
    for (const jobs of all) jobs.start();
    await eventually(isDone);
    expect([counts.size, Math.max(...counts.values())]).toEqual([200, 1]);
  });

  test('that takes longer than its lease is not begun a second time', async () => {
    const [one, other] = [jobsWith({ leaseMs: 1_000 }), jobsWith({ leaseMs: 1_000 })];
    let begun = 0;
    for (const jobs of [one, other]) {
      jobs.handle('slow', async () => {
        begun++;
        await delay(2_500);
      });
      jobs.start();
    }
    await one.enqueue(at.database.dataSource.manager, 'slow', {});
    await eventually(isDone);
    expect(begun).toBe(1);
  });

  test('that fails is tried again, and after eight times kept as dead, where monitoring sees it', async () => {
    const jobs = jobsWith();
    const attempts: number[] = [];
    jobs.handle('poison', async (_payload, { attempt }) => {
      attempts.push(attempt);
      throw new Error('No.');
    });
    let others = 0;
    jobs.handle('harmless', async () => void others++);
    jobs.start();
    await jobs.enqueue(at.database.dataSource.manager, 'poison', {});
    await jobs.enqueue(at.database.dataSource.manager, 'harmless', {});
    await eventually(() => jobs.tally.dead === 1);
    expect(attempts).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(others).toBe(1);
    expect(jobs.tally).toEqual({ done: 1, failed: 8, dead: 1 });
    expect(await rows()).toEqual([{ kind: 'poison', attempts: 8, last_error: 'Error: No.', is_dead: true }]);
  });

  test('that fails waits three times as long each time, give or take a fifth', async () => {
    const jobs = new Jobs(at.database.dataSource, silentLogger, { longestRestMs: 50 });
    at.stopAfter(jobs);
    jobs.handle('fails', async () => {
      throw new Error('No.');
    });
    jobs.start();
    await jobs.enqueue(at.database.dataSource.manager, 'fails', {});
    const pauseAfter = async (attempt: number): Promise<number> => {
      await eventually(() => jobs.tally.failed === attempt);
      const [row] = await at.database.dataSource.query<{ seconds: number }[]>(
        'select extract(epoch from due_at - now())::float8 as seconds from job',
      );
      await at.database.dataSource.query('update job set due_at = now()');
      return row?.seconds ?? 0;
    };
    const tolerance = 1;
    for (const [index, seconds] of [10, 30, 90].entries()) {
      const pause = await pauseAfter(index + 1);
      expect(pause).toBeGreaterThan(seconds * 0.8 - tolerance);
      expect(pause).toBeLessThan(seconds * 1.2 + tolerance);
    }
  });

  test('that is hopeless is not tried again', async () => {
    const jobs = jobsWith();
    jobs.handle('mail', async () => {
      throw new HopelessError('No such address.');
    });
    jobs.start();
    await jobs.enqueue(at.database.dataSource.manager, 'mail', {});
    await eventually(() => jobs.tally.dead === 1);
    expect(await rows()).toMatchObject([{ attempts: 1, is_dead: true }]);
  });

  test('that a stopping process had begun is given back uncounted', async () => {
    const jobs = jobsWith();
    const begun = Promise.withResolvers<void>();
    jobs.handle('call', async (_payload, { signal }) => {
      begun.resolve();
      await delay(60_000, undefined, { signal });
    });
    jobs.start();
    await jobs.enqueue(at.database.dataSource.manager, 'call', {});
    await begun.promise;
    await jobs.stop();
    expect(await rows()).toEqual([{ kind: 'call', attempts: 0, last_error: null, is_dead: false }]);
  });

  test('costs nothing where nothing handles any', async () => {
    const jobs = jobsWith({ longestRestMs: 1 });
    const { statements } = await statementsDuring(async () => {
      jobs.start();
      await at.database.dataSource.query('select 1');
      await delay(30);
    });
    expect(statements.map(({ text }) => text)).toEqual(['select 1']);
  });
});

describe('kill -9', () => {
  const leaseMs = 400;
  const notesFile = () => join(workDirectory(), `notes-${Math.random()}`);
  const enqueued = (kind: string, count: number) =>
    at.database.dataSource.transaction(async (manager) => {
      const jobs = jobsWith();
      for (let n = 0; n < count; n++) await jobs.enqueue(manager, kind, { n });
    });
  const start = async (notes: string) => {
    const child = startChild('child-jobs.ts', JSON.stringify(at.files.config), notes, String(leaseMs));
    expect(await nextMessage(child)).toBe('ready');
    return child;
  };

  test('loses no job: another process does what the killed one had begun', async () => {
    await enqueued('note', 60);
    // One process has an embedded database at a time; a server is shared with the other one all along.
    const isServer = at.database.kind === 'server';
    await at.database.close();
    const notes = notesFile();
    const killed = await start(notes);
    const other = isServer ? await start(notes) : null;
    let begun = 0;
    killed.on('message', () => begun++).send('go');
    other?.send('go');
    await eventually(() => begun >= 12);
    await kill(killed);
    const survivor = other ?? (await start(notes));
    if (!isServer) survivor.send('go');
    const done = () => new Set(readFileSync(notes, 'utf8').split('\n').filter(Boolean)).size;
    expect(done()).toBeLessThan(60);
    await eventually(() => done() === 60);
    await kill(survivor);
  });

  test('by the job itself, again and again, ends with the job’s death', async () => {
    await enqueued('deadly', 1);
    await at.database.dataSource.query('update job set attempts = 7');
    await at.database.close();
    const victim = await start(notesFile());
    victim.send('go');
    await once(victim, 'exit');
    await at.openAgain();
    const jobs = jobsWith();
    let begun = 0;
    jobs.handle('deadly', async () => void begun++);
    jobs.start();
    await eventually(() => jobs.tally.dead === 1);
    expect(begun).toBe(0);
    expect(await rows()).toMatchObject([{ kind: 'deadly', attempts: 9, is_dead: true }]);
  });
});
