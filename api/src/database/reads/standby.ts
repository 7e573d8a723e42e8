/**
 * Reads from a streaming standby that never show less than the primary had acknowledged when they were asked. Before a
 * read, the primary tells how far its log is on disk, and the standby is given a moment to have replayed that much;
 * else the primary answers. So everybody sees their own writes, through whichever process, and no caller need know
 * where a read went. All reads that are asked at about the same time share one such check.
 */
import { setTimeout as setTimeoutAsync } from 'node:timers/promises';
import type { DataSource, QueryRunner } from 'typeorm';
import type { Logger } from '../../logger.js';
import { isRetryable, isUnavailable } from '../database-error.js';

/** How long reads wait for the standby, in total, at the pauses given. */
const pausesMs = [1, 2, 4, 8, 16];

/** How long reads go to the primary without asking, once the standby was behind, or away. */
const behindMs = 500;
const awayMs = 5_000;

/** As TypeORM calls the primary and the standby. */
export type ReadServer = 'master' | 'slave';

const standbys = new WeakMap<DataSource, Standby>();

export function readFromStandby(dataSource: DataSource, log: Logger): void {
  standbys.set(dataSource, new Standby(dataSource, log));
}

export function hasStandby(dataSource: DataSource): boolean {
  return standbys.has(dataSource);
}

/** Runs statements that only read, on the standby where there is a fresh one. They may run twice. */
export function read<T>(dataSource: DataSource, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
  return routed(dataSource, (server) => on(dataSource, server, work));
}

/** The same for work that gets its connection to the server by itself. */
export async function routed<T>(dataSource: DataSource, work: (server: ReadServer) => Promise<T>): Promise<T> {
  const standby = standbys.get(dataSource);
  if (standby && (await standby.isFresh())) {
    try {
      return await work('slave');
    } catch (error) {
      // A standby also breaks off reads whose rows its primary has removed.
      if (!isUnavailable(error) && !isRetryable(error)) throw error;
      standby.leave(error);
    }
  }
  return work('master');
}

/** One statement of that kind. */
export function readQuery<T>(dataSource: DataSource, text: string, values: unknown[] = []): Promise<T> {
  return read(dataSource, (runner) => runner.query(text, values) as Promise<T>);
}

async function on<T>(
  dataSource: DataSource,
  server: ReadServer,
  work: (runner: QueryRunner) => Promise<T>,
): Promise<T> {
  const runner = dataSource.createQueryRunner(server);
  try {
    return await work(runner);
  } finally {
    await runner.release();
  }
}

class Standby {
  #next: Promise<boolean> | null = null;
  #position: Promise<unknown> = Promise.resolve();
  #leftUntil = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Logger,
  ) {}

  /** Whether it has, by now, all that the primary had when this was asked. */
  isFresh(): Promise<boolean> {
    if (Date.now() < this.#leftUntil) return Promise.resolve(false);
    this.#next ??= this.#check();
    return this.#next;
  }

  /** A read failed there: for a while none is sent. */
  leave(error: unknown): void {
    this.#leftUntil = Date.now() + awayMs;
    this.log.warn({ err: error }, 'The standby does not answer; the primary serves all reads for a while.');
  }

  async #check(): Promise<boolean> {
    // While the check before asks the primary, everybody who comes joins this one.
    await this.#position;
    this.#next = null;
    const position = this.#ask<string>('master', 'select pg_current_wal_flush_lsn() as answer', []);
    this.#position = position.catch(() => undefined);
    const reached = await position;
    try {
      if (await this.#replayed(reached)) return true;
      this.#leftUntil = Date.now() + behindMs;
    } catch (error) {
      this.leave(error);
    }
    return false;
  }

  async #replayed(position: string): Promise<boolean> {
    const query = 'select pg_last_wal_replay_lsn() >= $1::pg_lsn as answer';
    for (const pause of pausesMs) {
      if (await this.#ask<boolean>('slave', query, [position])) return true;
      await setTimeoutAsync(pause);
    }
    return this.#ask<boolean>('slave', query, [position]);
  }

  async #ask<T>(server: ReadServer, text: string, values: unknown[]): Promise<T> {
    const [row] = await on(this.dataSource, server, (runner) => runner.query(text, values) as Promise<{ answer: T }[]>);
    return row?.answer as T;
  }
}
