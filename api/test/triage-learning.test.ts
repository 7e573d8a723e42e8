import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Database, openDatabase } from '../src/database/data-source.js';
import { Periodic } from '../src/jobs/periodic.js';
import { silentLogger } from '../src/logger.js';
import { LocalEngine } from '../src/triage/engines/local-engine.js';
import { ClassifierStore } from '../src/triage/learning/classifier-store.js';
import { Retraining, type Train, type TrainingTask } from '../src/triage/learning/retraining.js';
import { trainInThread } from '../src/triage/learning/training-thread.js';
import { forgetUnusedTriage } from '../src/triage/suggestions/retention.js';
import { createTestDatabase, type TestDatabase } from './support/database.js';
import { signed } from './support/signature.js';

const builtIn = readFileSync(new URL('../src/triage/engines/local/classifier.bin', import.meta.url));
/** The thread runs from source here, which needs the loader of TypeScript. */
const fromSource: Train = (task) =>
  trainInThread(task, ['--import', new URL('../scripts/development/typescript.mjs', import.meta.url).href]);

let files: TestDatabase;
let database: Database;
let store: ClassifierStore;

beforeAll(async () => {
  files = await createTestDatabase();
  database = await openDatabase(files.config, { logger: silentLogger, entities: [] });
  store = new ClassifierStore(database.dataSource);
});

afterAll(async () => {
  await database.close();
  await files.close();
});

beforeEach(async () => {
  await database.dataSource.query(signed('delete from ticket'));
  await database.dataSource.query('delete from triage_classifier');
  await database.dataSource.query(`update triage_training set learned_up_to = '-infinity'`);
  await database.dataSource.query('delete from scheduled_task');
});

/** Tickets about a thing that no corpus knows, all of them moved to billing by people. */
async function correctTickets(count: number): Promise<void> {
  await database.dataSource.query(
    signed(`insert into ticket (title, description, category, priority)
     select 'Zorbulator ' || i, 'The zorbulator quibbles at the frondle again.', 'general', 'low'
     from generate_series(1, ${count}) i`),
  );
  await database.dataSource.query(signed(`update ticket set category = 'billing'`));
}

function retrainingWith(train: Train) {
  const local = new LocalEngine(store, silentLogger);
  return { local, retraining: new Retraining(database.dataSource, store, local, train, silentLogger) };
}

/** A training whose result scores as told, for what is decided after it. */
function scoring(version: string, { dev, lost = 0 }: { dev: number; lost?: number }): Train {
  const inUse = { heldOut: 0.8, dev: 0.9 };
  const heldOut = { confirmed: 20, gained: 1, lost };
  const scores = { candidate: { heldOut: 0.8, dev }, inUse, builtIn: { dev: 0.9 }, heldOut };
  return async () => ({ version, artefact: builtIn, scores });
}

describe('learning from the team', () => {
  const ticket = { title: 'Zorbulator', description: 'My zorbulator quibbles, and so does the frondle.' };

  it('changes what the classifier answers, on every process, once 25 decisions were made', async () => {
    await correctTickets(24);
    const { retraining } = retrainingWith(fromSource);
    expect(await retraining.runWhenDue()).toBe(false);
    await correctTickets(26);
    const other = new LocalEngine(store, silentLogger);
    const before = await other.classify(ticket);
    expect(await retraining.runWhenDue()).toBe(true);
    await other.refresh();
    const after = await other.classify(ticket);
    expect(after.version).not.toBe(before.version);
    expect(after.category.value).toBe('billing');
    expect(await retraining.runWhenDue()).toBe(false);
  });

  it('takes up what was decided more than a day ago, however little it is', async () => {
    await correctTickets(1);
    const { retraining } = retrainingWith(scoring('v1', { dev: 0.9 }));
    expect(await retraining.runWhenDue()).toBe(false);
    await database.dataSource.query(`update triage_label set decided_at = now() - interval '25 hours'`);
    expect(await retraining.runWhenDue()).toBe(true);
  });

  it('never trains on the fifth that it is judged by', async () => {
    await correctTickets(200);
    const tasks: TrainingTask[] = [];
    const { retraining } = retrainingWith(async (task) => {
      tasks.push(task);
      return scoring('v1', { dev: 0.9 })(task);
    });
    await retraining.runWhenDue();
    const [task] = tasks;
    const trained = new Set(task?.labels.map(({ title }) => title));
    expect(trained.size + (task?.heldOut.length ?? 0)).toBe(200);
    expect(task?.heldOut.filter(({ title }) => trained.has(title))).toEqual([]);
    expect(task?.heldOut.length).toBeGreaterThan(20);
    expect(task?.heldOut.length).toBeLessThan(60);
  });

  it('holds out confirmed and corrected tickets alike, and tells them apart', async () => {
    await correctTickets(200);
    await database.dataSource.query(
      `update triage_label set decision = 'confirmed'::triage_decision where ticket_number % 2 = 0`,
    );
    const tasks: TrainingTask[] = [];
    const { retraining } = retrainingWith(async (task) => {
      tasks.push(task);
      return scoring('v1', { dev: 0.9 })(task);
    });
    await retraining.runWhenDue();
    const confirmed = tasks[0]?.heldOut.filter((ticket) => ticket.confirmed).length ?? 0;
    expect(confirmed).toBeGreaterThan(5);
    expect(confirmed).toBeLessThan(tasks[0]?.heldOut.length ?? 0);
  });

  it('teaches only the field that was decided', async () => {
    await correctTickets(30);
    const tasks: TrainingTask[] = [];
    const { retraining } = retrainingWith(async (task) => {
      tasks.push(task);
      return scoring('v1', { dev: 0.9 })(task);
    });
    await retraining.runWhenDue();
    expect(tasks[0]?.labels[0]).toMatchObject({ category: 'billing', priority: null });
  });

  /** Processes of one desk that learn when it is time. */
  const learning = (train: Train) => {
    const process = new Periodic(database.dataSource, silentLogger);
    process.every('learning', 60_000, () => retrainingWith(train).retraining.runWhenDue());
    return process;
  };

  it('is done by one process at a time', async () => {
    await correctTickets(30);
    let trainings = 0;
    const train: Train = async (task) => {
      trainings++;
      return scoring('v1', { dev: 0.9 })(task);
    };
    const processes = [learning(train), learning(train), learning(train)];
    await Promise.all(processes.map((process) => process.runDue()));
    expect(trainings).toBe(1);
  });

  it.each([
    ['worse on the held-out tickets', { lost: 9, dev: 0.95 }, null, 'gains 1 and loses 9'],
    ['worse on the dev set', { dev: 0.88 }, null, 'built-in classifier in 90.0 %'],
    ['not worse', { lost: 1, dev: 0.9 }, 'v1', 'gains 1 and loses 1'],
  ])('puts a classifier that is %s to use, or leaves it, and keeps why', async (_, candidate, inUse, reason) => {
    await correctTickets(30);
    await retrainingWith(scoring('v1', candidate)).retraining.runWhenDue();
    expect(await store.versionInUse()).toBe(inUse);
    const kept = await store.list();
    expect(kept.map(({ version }) => version)).toEqual(['v1']);
    expect(kept[0]?.scores.reason).toContain(reason);
  });

  it('is tried again by another process when the one that trained died', async () => {
    await correctTickets(30);
    const dying = learning(() => Promise.reject(new Error('killed')));
    await expect(dying.runDue()).rejects.toThrow('killed');
    const other = learning(scoring('v1', { dev: 0.9 }));
    expect(await other.runDue()).toEqual([]);
    await database.dataSource.query(`update scheduled_task set last_begun = now() - interval '1 minute'`);
    expect(await other.runDue()).toEqual(['learning']);
    expect(await store.versionInUse()).toBe('v1');
  });
});

describe('the kept classifiers', () => {
  const scores = {
    candidate: { heldOut: 0.9, dev: 0.9 },
    inUse: { heldOut: 0.8, dev: 0.9 },
    builtIn: { dev: 0.9 },
    heldOut: { confirmed: 20, gained: 4, lost: 1 },
    reason: 'It is better.',
  };

  it('are five, and the one in use is always among them', async () => {
    await store.add('v1', builtIn, { labelCount: 1, scores });
    await store.use('v1');
    for (const version of ['v2', 'v3', 'v4', 'v5', 'v6', 'v7'])
      await store.add(version, builtIn, { labelCount: 1, scores });
    expect((await store.list()).map(({ version }) => version).sort()).toEqual(['v1', 'v4', 'v5', 'v6', 'v7']);
  });

  it('can be gone back to, and so can the built-in one', async () => {
    await store.add('v1', builtIn, { labelCount: 1, scores });
    await store.add('v2', builtIn, { labelCount: 2, scores });
    expect(await store.use('v2')).toBe(true);
    expect(await store.use('v1')).toBe(true);
    expect(await store.versionInUse()).toBe('v1');
    expect(await store.use('v9')).toBe(false);
    expect(await store.versionInUse()).toBe('v1');
    expect(await store.use(null)).toBe(true);
    expect(await store.versionInUse()).toBeNull();
  });
});

describe('retention', () => {
  it('forgets suggestions that nobody used for a day, and nothing else', async () => {
    await correctTickets(1);
    await database.dataSource.query(
      `insert into triage_suggestion (ticket_number, source, engine, version, category, category_confidence,
         category_below_threshold, category_outcome, priority, priority_confidence, priority_below_threshold, latency_ms,
         created_at)
       select number, 'local'::triage_source, name, 'v', 'billing'::ticket_category, 0.9, false, outcome::suggestion_outcome, 'low'::ticket_priority, 0.9, false, 1,
         now() - age::interval
       from (values ('old draft', 'pending', '25 hours'), ('draft', 'pending', '23 hours')) as draft (name, outcome, age)
       left join ticket on false
       union all
       select number, 'local', 'used', 'v', 'billing', 0.9, false, 'kept', 'low', 0.9, false, 1, now() - interval '2 years'
       from ticket`,
    );
    await forgetUnusedTriage(database.dataSource);
    const left = await database.dataSource.query<{ engine: string }[]>(
      'select engine from triage_suggestion order by 1',
    );
    expect(left.map(({ engine }) => engine)).toEqual(['draft', 'used']);
  });
});
