import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { types } from 'node:util';
import { DatabaseStartError } from './database-start-error.js';
import { type DirectoryLock, lockDirectory } from './directory-lock.js';
import { EmbeddedSession } from './embedded-session.js';
import { WireStream } from './wire-stream.js';

/**
 * The embedded database of one directory: keeps other processes out, hands node-postgres streams to speak through,
 * and opens a fresh session when one has ended. There is one session, so a pool of it must have one connection.
 */
export class EmbeddedPostgres {
  readonly #directory: string;
  readonly #lock: DirectoryLock;
  #queryLimitMs: number | null;
  #session: Promise<EmbeddedSession> | null = null;

  private constructor(directory: string, lock: DirectoryLock, queryLimitMs: number | null) {
    this.#directory = directory;
    this.#lock = lock;
    this.#queryLimitMs = queryLimitMs;
  }

  /**
   * A query that runs longer than the limit is stopped by ending the session; null for no limit.
   * @throws DatabaseStartError when the directory is in use or cannot be written, or PostgreSQL does not start.
   */
  static async start(directory: string, queryLimitMs: number | null): Promise<EmbeddedPostgres> {
    const embedded = new EmbeddedPostgres(directory, lockDirectory(directory), queryLimitMs);
    try {
      await embedded.#current();
    } catch (error) {
      embedded.#lock.release();
      throw new DatabaseStartError(`The embedded database in ${directory} did not start: ${reason(error)}`, {
        cause: error,
      });
    }
    return embedded;
  }

  /** What node-postgres takes instead of a TCP socket. */
  createStream(): Duplex {
    return new WireStream(async () => {
      const session = await this.#current();
      return { exchange: (bytes) => session.exchange(bytes, this.#queryLimitMs), ended: session.ended };
    });
  }

  /** For migrations and maintenance, which may take longer than any query should while nothing else runs. */
  async withoutLimit<T>(work: () => Promise<T>): Promise<T> {
    const limit = this.#queryLimitMs;
    this.#queryLimitMs = null;
    try {
      return await work();
    } finally {
      this.#queryLimitMs = limit;
    }
  }

  async close(): Promise<void> {
    await (await this.#session)?.close();
    this.#lock.release();
  }

  #current(): Promise<EmbeddedSession> {
    this.#session ??= this.#open();
    return this.#session;
  }

  async #open(): Promise<EmbeddedSession> {
    try {
      const session = await EmbeddedSession.open(join(this.#directory, 'postgres'));
      void session.ended.then(() => {
        this.#session = null;
      });
      return session;
    } catch (error) {
      this.#session = null;
      throw error;
    }
  }
}

function reason(error: unknown): string {
  const root = types.isNativeError(error) ? (error.cause ?? error) : error;
  return types.isNativeError(root) ? root.message : String(root);
}
