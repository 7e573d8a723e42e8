/**
 * Has tasks done once per interval, by one process of all that share the database. Whoever moves a task's `last_begun` on
 * does it this time, and keeps it fresh while the work lasts; when that process dies, another is free to begin after the
 * interval. Frequent tasks stay with one process, which then asks for its turn every few seconds only.
 */
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Logger } from '../logger.js';

export type PeriodicOptions = {
  /** How long a frequent task stays with its process after its last sign of life. */
  readonly holdMs?: number;
};

type Task = {
  readonly name: string;
  readonly intervalMs: number;
  readonly work: () => Promise<unknown>;
  timer: NodeJS.Timeout | undefined;
  running: Promise<void>;
  /** Of a frequent task: whether it is this process's turn, and until when (in its monotonic time) to take that for granted. */
  turn: { readonly isOurs: boolean; readonly until: number };
  /** In a row. */
  failures: number;
};

/** However rare a task, it is asked for at least so often: else a process that restarts daily would never do a daily task. */
const longestTickMs = 60_000;

/** Of the pause after failures: 16 times as long at most. */
const mostDoublings = 4;

const noTurn = { isOurs: false, until: 0 };

export class Periodic {
  /** Of this runner, whichever process it is in. */
  readonly #holder = randomUUID();
  readonly #tasks: Task[] = [];
  readonly #holdMs: number;
  #isStarted = false;
  #isStopped = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Logger,
    { holdMs = 5_000 }: PeriodicOptions = {},
  ) {
    this.#holdMs = holdMs;
  }

  /** The name is the same in every process and version. */
  every(name: string, intervalMs: number, work: () => Promise<unknown>): void {
    if (this.#tasks.some((task) => task.name === name)) throw new Error(`There is a task "${name}" already.`);
    const task = {
      name,
      intervalMs,
      work,
      timer: undefined,
      running: Promise.resolve(),
      turn: noTurn,
      failures: 0,
    };
    this.#tasks.push(task);
    if (this.#isStarted) this.#schedule(task);
  }

  start(): void {
    this.#isStarted = true;
    for (const task of this.#tasks) this.#schedule(task);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const { timer } of this.#tasks) clearTimeout(timer);
    await Promise.all(this.#tasks.map(({ running }) => running));
  }

  /** Does each task that is due and nobody else's. Answers the names of those that were done. */
  async runDue(): Promise<string[]> {
    const done = await Promise.all(this.#tasks.map(async (task) => ((await this.#runIfDue(task)) ? [task.name] : [])));
    return done.flat();
  }

  #schedule(task: Task): void {
    if (this.#isStopped) return;
    const pauseMs = Math.min(task.intervalMs, longestTickMs) * 2 ** Math.min(task.failures, mostDoublings);
    task.timer = setTimeout(() => {
      task.running = this.#tick(task).finally(() => this.#schedule(task));
    }, pauseMs).unref();
  }

  async #tick(task: Task): Promise<void> {
    try {
      if (!(await this.#runIfDue(task))) return;
      if (task.failures > 0) this.log.info(`The task "${task.name}" works again.`);
      task.failures = 0;
    } catch (error) {
      if (task.failures === 0)
        this.log.warn({ err: error }, `The task "${task.name}" failed; it is tried again when it is next due.`);
      task.failures++;
    }
  }

  async #runIfDue(task: Task): Promise<boolean> {
    if (!(await this.#isOurs(task))) return false;
    const heartbeat = setInterval(() => {
      this.#showLife(task).catch(() => undefined);
    }, Math.max(task.intervalMs, this.#holdMs) / 4).unref();
    try {
      await task.work();
    } finally {
      clearInterval(heartbeat);
    }
    return true;
  }

  async #isOurs(task: Task): Promise<boolean> {
    if (performance.now() < task.turn.until) return task.turn.isOurs;
    const isFrequent = task.intervalMs < this.#holdMs;
    const isOurs = await this.#claim(task, isFrequent);
    if (isFrequent) task.turn = { isOurs, until: performance.now() + this.#holdMs / 2 };
    return isOurs;
  }

  /** The timers of all processes tick at times of their own; one that is a little early is not refused. */
  async #claim({ name, intervalMs }: Task, isFrequent: boolean): Promise<boolean> {
    const claimed = await this.dataSource.query<unknown[]>(
      `insert into scheduled_task as task (name, last_begun, holder) values ($1, now(), $2)
       on conflict (name) do update set last_begun = now(), holder = excluded.holder
       where task.last_begun <= now() - $3 * interval '0.9 milliseconds' or ($4 and task.holder = excluded.holder)
       returning name`,
      [name, this.#holder, Math.max(intervalMs, this.#holdMs), isFrequent],
    );
    return claimed.length > 0;
  }

  async #showLife({ name }: Task): Promise<void> {
    await this.dataSource.query('update scheduled_task set last_begun = now() where name = $1 and holder = $2', [
      name,
      this.#holder,
    ]);
  }
}
