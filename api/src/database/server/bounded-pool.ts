import type { Socket } from 'node:net';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { DatabaseUnavailableError } from '../database-error.js';
import { RawClient } from './raw-connection.js';

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
  readonly #watched = new WeakSet<Socket>();

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

  /**
   * From now on a connection in use from which nothing comes for so long is given up. A server whose machine or network
   * went away says no good-bye, and the operating system would wait for it for a quarter of an hour.
   */
  endSilent(limitMs: number): void {
    this.on('acquire', (client) => this.#watch(socketOf(client)).setTimeout(limitMs));
    this.on('release', (_error, client) => void socketOf(client).setTimeout(0));
  }

  #watch(socket: Socket): Socket {
    if (this.#watched.has(socket)) return socket;
    this.#watched.add(socket);
    return socket.on('timeout', () => socket.destroy(new DatabaseUnavailableError('The database fell silent.')));
  }

  /** A client for as long as the work takes. A verdict of the server leaves it as good as it was. */
  lend<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    if (this.waitingCount >= BoundedPool.maxWaiting) throw tooManyWait();
    // The stock method by callback: a promise around each checkout is a part of what a hot read costs.
    super.connect((cause, client, release) => {
      if (!client) return reject(notHad(cause));
      client.on('error', ignore);
      const giveBack = (error?: Error) => {
        client.off('error', ignore);
        release(error);
      };
      work(client).then(
        (answer) => {
          giveBack();
          resolve(answer);
        },
        (error: Error) => {
          giveBack(error instanceof pg.DatabaseError ? undefined : error);
          reject(error);
        },
      );
    });
    return promise;
  }

  async #checkout(): Promise<pg.PoolClient> {
    if (this.waitingCount >= BoundedPool.maxWaiting) throw tooManyWait();
    try {
      return await super.connect();
    } catch (cause) {
      throw notHad(cause);
    }
  }
}

/** A connection that is lost tells the statement that it runs, and the event is of no further use. */
const ignore = () => undefined;

function tooManyWait(): DatabaseUnavailableError {
  return new DatabaseUnavailableError(`More than ${BoundedPool.maxWaiting} requests wait for a database connection.`);
}

function notHad(cause: unknown): DatabaseUnavailableError {
  return new DatabaseUnavailableError('No database connection could be had.', { cause });
}

/** Lends a client of the primary or of the standby. */
export async function lend<T>(
  { driver }: DataSource,
  server: 'master' | 'slave',
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const { master, slaves } = driver as PostgresDriver;
  const pool: BoundedPool = server === 'master' ? master : slaves[0];
  return pool.lend(work);
}

/** Of the primary and of a standby. */
export function poolsOf({ driver }: DataSource): BoundedPool[] {
  const { master, slaves } = driver as PostgresDriver;
  return [master, ...slaves];
}

/** node-postgres's types keep it to themselves. */
function socketOf(client: pg.PoolClient): Socket {
  return (client.connection as unknown as { stream: Socket }).stream;
}

/** How long a read waits for a connection to the standby before the primary answers it. */
const standbyTimeoutMs = 500;

/** Connections to a standby, which need not be there: TypeORM asks each pool for one before it begins. */
class StandbyPool extends BoundedPool {
  #isAsked = false;

  constructor(options: pg.PoolConfig) {
    super({ ...options, connectionTimeoutMillis: standbyTimeoutMs });
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Checkout): void;
  override connect(callback?: Checkout): Promise<pg.PoolClient> | undefined {
    if (!callback) return super.connect();
    if (this.#isAsked) super.connect(callback);
    else callback(undefined, undefined, () => undefined);
    this.#isAsked = true;
    return undefined;
  }
}

type DriverOptions = {
  readonly standbyUrl?: string | null;
  /** Whether rows can be had as bytes. */
  readonly rawRows?: boolean;
};

/** The driver as TypeORM expects it, with our pools in the place of the stock one. */
export function boundedDriver({ standbyUrl = null, rawRows = false }: DriverOptions = {}): typeof pg {
  function Pool(given: pg.PoolConfig): BoundedPool {
    const options = rawRows ? { ...given, Client: RawClient } : given;
    const isStandby = standbyUrl !== null && options.connectionString === standbyUrl;
    return isStandby ? new StandbyPool(options) : new BoundedPool(options);
  }
  return Object.create(pg, { Pool: { value: Pool, enumerable: true } });
}
