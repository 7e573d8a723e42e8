/**
 * Runs jobs, each by one process at a time and at least once. Beginning a job is one statement and ending it another, so
 * that no connection is held while its work waits for the network. A commit in this process rings at once; what another
 * process left behind is found within seconds.
 */
import type { DataSource, EntityManager, EntitySubscriberInterface } from 'typeorm';
import type { Logger } from '../logger.js';
import { addJob, endJob, extendLease, failJob, giveBack, type Job, outlook, takeJobs } from './job-table.js';

export type Attempt = {
  /** 1 for the first. */
  readonly attempt: number;
  /** Aborted when the process stops: the job is then begun again elsewhere, and this attempt is not counted. */
  readonly signal: AbortSignal;
};

export type Handler = (payload: unknown, attempt: Attempt) => Promise<void>;

/** Thrown by a handler where trying again is of no use, such as for an address that does not exist. */
export class HopelessError extends Error {}

export type OutboxOptions = {
  readonly leaseMs?: number;
  readonly longestRestMs?: number;
  readonly pauseMs?: (attempt: number) => number;
};

/** On a query runner: whether the commit of its transaction is worth a look. */
const ringsAtCommit = 'relaydeskJobs';

const mostAttempts = 8;
const mostAtOnce = 5;
const longestReason = 500;

/** 10 s, 30 s, 90 s and so on, at most an hour, and a little by chance, so that a crowd does not come back at once. */
function growingPause(attempt: number): number {
  return Math.min(10_000 * 3 ** (attempt - 1), 3_600_000) * (0.8 + Math.random() * 0.4);
}

export class Outbox {
  readonly tally = { done: 0, failed: 0, dead: 0 };
  readonly #handlers = new Map<string, Handler>();
  readonly #running = new Set<Promise<void>>();
  readonly #stopping = new AbortController();
  readonly #options: Required<OutboxOptions>;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();
  #isStarted = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Logger,
    { leaseMs = 60_000, longestRestMs = 5_000, pauseMs = growingPause }: OutboxOptions,
  ) {
    this.#options = { leaseMs, longestRestMs, pauseMs };
  }

  async enqueue(manager: EntityManager, kind: string, payload: object, runAt: Date | null): Promise<void> {
    await addJob(manager, kind, payload, runAt);
    const { queryRunner } = manager;
    if (queryRunner?.isTransactionActive) queryRunner.data[ringsAtCommit] = true;
    else this.#wake();
  }

  handle(kind: string, handler: Handler): void {
    if (this.#handlers.has(kind)) throw new Error(`Jobs of the kind "${kind}" have a handler already.`);
    this.#handlers.set(kind, handler);
  }

  /** Without handlers there is nothing to look for. */
  start(): void {
    if (this.#handlers.size === 0) return;
    this.#isStarted = true;
    const ring: EntitySubscriberInterface = {
      afterTransactionCommit: ({ queryRunner }) => {
        if (queryRunner.data[ringsAtCommit] && !queryRunner.isTransactionActive) this.#wake();
      },
    };
    this.dataSource.subscribers.push(ring);
    this.#wake();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    clearTimeout(this.#timer);
    await this.#looking;
    await Promise.all(this.#running);
  }

  #wake(): void {
    if (!this.#isStarted) return;
    clearTimeout(this.#timer);
    this.#looking = this.#looking.then(() => this.#look()).catch(() => this.#rest(this.#options.longestRestMs));
  }

  async #look(): Promise<void> {
    const kinds = [...this.#handlers.keys()];
    while (!this.#isStopping) {
      const room = mostAtOnce - this.#running.size;
      // Whoever ends looks again.
      if (room === 0) return;
      const jobs = await takeJobs(this.dataSource, kinds, room, this.#options.leaseMs);
      for (const job of jobs) this.#begin(job);
      if (jobs.length < room) break;
    }
    if (this.#isStopping) return;
    const { restMs, dead } = await outlook(this.dataSource, kinds);
    this.tally.dead = dead;
    this.#rest(Math.min(Math.max(restMs ?? Number.POSITIVE_INFINITY, 0), this.#options.longestRestMs));
  }

  /** A timer that is a moment early would find nothing. */
  #rest(ms: number): void {
    if (this.#isStopping) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#wake(), ms + 5).unref();
  }

  #begin(job: Job): void {
    const run: Promise<void> = this.#run(job).finally(() => {
      this.#running.delete(run);
      this.#wake();
    });
    this.#running.add(run);
  }

  async #run(job: Job): Promise<void> {
    const { leaseMs } = this.#options;
    const heartbeat = setInterval(() => {
      extendLease(this.dataSource, job, leaseMs).catch(() => undefined);
    }, leaseMs / 3).unref();
    try {
      await this.#work(job);
      await endJob(this.dataSource, job);
      this.tally.done++;
    } catch (error) {
      // A database that is away keeps the job as it is: it is due again when its lease ends.
      await this.#settle(job, error).catch(() => undefined);
    } finally {
      clearInterval(heartbeat);
    }
  }

  async #work({ kind, payload, attempt }: Job): Promise<void> {
    // Its processes died of it, or with it: nobody was there to count it as failed.
    if (attempt > mostAttempts) throw new HopelessError('Each attempt ended with the process that made it.');
    await this.#handlers.get(kind)?.(payload, { attempt, signal: this.#stopping.signal });
  }

  async #settle(job: Job, error: unknown): Promise<void> {
    const isHopeless = error instanceof HopelessError;
    if (this.#isStopping && !isHopeless) return giveBack(this.dataSource, job);
    const isLast = isHopeless || job.attempt >= mostAttempts;
    const reason = String(error).slice(0, longestReason).toWellFormed().replaceAll('\0', '');
    await failJob(this.dataSource, job, reason, isLast ? null : this.#options.pauseMs(job.attempt));
    this.tally.failed++;
    const which = { job: job.id, kind: job.kind, attempt: job.attempt, err: error };
    if (isLast) this.log.warn(which, 'A job is given up; it is kept, and counted as dead.');
    else this.log.info(which, 'A job failed; it is tried again later.');
  }

  get #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }
}
