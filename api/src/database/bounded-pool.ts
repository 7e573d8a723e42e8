import pg from 'pg';
import { DatabaseUnavailableError } from './database-error.js';

type Checkout = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  release: (error?: boolean | Error) => void,
) => void;

/**
 * node-postgres's pool with a bounded queue: when too many already wait, the next is refused at once, for a queue
 * that only grows answers nobody in time. Whatever keeps a client from being had is told as "unavailable".
 */
export class BoundedPool extends pg.Pool {
  static readonly maxWaiting = 1000;

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Checkout): void;
  override connect(callback?: Checkout): Promise<pg.PoolClient> | undefined {
    const client = this.#checkout();
    if (!callback) return client;
    client.then(
      (connected) => callback(undefined, connected, connected.release),
      (error: Error) => callback(error, undefined, () => undefined),
    );
    return undefined;
  }

  async #checkout(): Promise<pg.PoolClient> {
    if (this.waitingCount >= BoundedPool.maxWaiting)
      throw new DatabaseUnavailableError(
        `More than ${BoundedPool.maxWaiting} requests wait for a database connection.`,
      );
    try {
      return await super.connect();
    } catch (cause) {
      throw new DatabaseUnavailableError('No database connection could be had.', { cause });
    }
  }
}

/** The driver as TypeORM expects it, with our pool in the place of the stock one. */
export const boundedDriver: typeof pg = Object.create(pg, { Pool: { value: BoundedPool, enumerable: true } });
