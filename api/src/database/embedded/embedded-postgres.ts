import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { inspect, types } from 'node:util';
import type { Logger } from '../../logger.js';
import { diskFullMessage } from '../database-error.js';
import { DatabaseStartError } from '../database-start-error.js';
import { WireStream } from '../reads/wire-stream.js';
import { type DirectoryLock, freeBytes, lockDirectory } from './directory-lock.js';
import { EmbeddedSession } from './embedded-session.js';

/** One segment of the log, which must fit for anything to be written. */
const segmentBytes = 2 ** 20;

export type EmbeddedOptions = {
  /** A query that runs longer is stopped by ending the session; null for no limit. */
  readonly queryLimitMs: number | null;
  readonly logger: Logger;
};

/**
 * The embedded database of one directory: keeps other processes out, hands node-postgres streams to speak through,
 * and opens a fresh session when one has ended. There is one session, so a pool of it must have one connection.
 */
export class EmbeddedPostgres {
  readonly #directory: string;
  readonly #lock: DirectoryLock;
  readonly #logger: Logger;
  #queryLimitMs: number | null;
  #session: Promise<EmbeddedSession> | null = null;
  #isClosing = false;

  private constructor(directory: string, lock: DirectoryLock, options: EmbeddedOptions) {
    this.#directory = directory;
    this.#lock = lock;
    this.#logger = options.logger;
    this.#queryLimitMs = options.queryLimitMs;
  }

  /**
   * @throws DatabaseStartError when the directory is in use or cannot be written, or PostgreSQL does not start.
   */
  static async start(directory: string, options: EmbeddedOptions): Promise<EmbeddedPostgres> {
    const embedded = new EmbeddedPostgres(directory, await lockDirectory(directory), options);
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
    this.#isClosing = true;
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
      void session.ended.then((reason) => {
        this.#session = null;
        if (this.#isClosing) return;
        this.#logger.warn({ err: reason }, reason.message);
        // PostgreSQL gives up without a word when it cannot write its log.
        if (freeBytes(this.#directory) < segmentBytes) this.#logger.warn(diskFullMessage);
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
  return types.isNativeError(root) ? root.message : inspect(root);
}
