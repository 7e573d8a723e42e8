import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { DatabaseStartError } from './database-error.js';
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
  #session: Promise<EmbeddedSession> | null = null;
  #queryLimitMs: number | null = null;

  private constructor(directory: string, lock: DirectoryLock) {
    this.#directory = directory;
    this.#lock = lock;
  }

  /** @throws DatabaseStartError when the directory is in use or cannot be written, or PostgreSQL does not start. */
  static async start(directory: string): Promise<EmbeddedPostgres> {
    const embedded = new EmbeddedPostgres(directory, lockDirectory(directory));
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

  /** A query that runs longer is stopped by restarting the session; null for no limit. */
  limitQueries(limitMs: number | null): void {
    this.#queryLimitMs = limitMs;
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
  const root = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return root instanceof Error ? root.message : String(root);
}
