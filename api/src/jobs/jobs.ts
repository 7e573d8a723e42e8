/**
 * What happens later: jobs that follow a committed change, and tasks that come round. Features enqueue and handle jobs
 * and name their tasks; the assembly starts and stops the runner. On the embedded database both get by with its one
 * connection, because none is held while the work waits for anything else.
 */
import type { DataSource, EntityManager } from 'typeorm';
import type { Logger } from '../logger.js';
import { type Handler, Outbox, type OutboxOptions } from './outbox.js';
import { Periodic, type PeriodicOptions } from './periodic.js';

export type JobsOptions = OutboxOptions & PeriodicOptions;

export class Jobs {
  readonly #outbox: Outbox;
  readonly #periodic: Periodic;

  constructor(dataSource: DataSource, log: Logger, options: JobsOptions = {}) {
    this.#outbox = new Outbox(dataSource, log, options);
    this.#periodic = new Periodic(dataSource, log, options);
  }

  /**
   * Has `payload` handled once the transaction of `manager` is committed, or at `runAt`; never where it rolls back. The
   * payload is JSON and should name rows rather than copy them: they may have changed by then.
   */
  enqueue(manager: EntityManager, kind: string, payload: object, { runAt }: { runAt?: Date } = {}): Promise<void> {
    return this.#outbox.enqueue(manager, kind, payload, runAt ?? null);
  }

  /** Names who does jobs of a kind: at least once each, so that a job done twice must do no harm. */
  handle(kind: string, handler: Handler): void {
    this.#outbox.handle(kind, handler);
  }

  /** Has the work done once per interval, by one process of all that share the database. */
  every(name: string, intervalMs: number, work: () => Promise<unknown>): void {
    this.#periodic.every(name, intervalMs, work);
  }

  start(): void {
    this.#outbox.start();
    this.#periodic.start();
  }

  /** Waits for what runs; what was not begun is left to other processes, or to the next start. */
  async stop(): Promise<void> {
    await Promise.all([this.#outbox.stop(), this.#periodic.stop()]);
  }

  /** How jobs ended in this process, and how many dead ones there are on the whole desk. */
  get tally(): Readonly<{ done: number; failed: number; dead: number }> {
    return this.#outbox.tally;
  }
}
