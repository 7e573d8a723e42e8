import { DataSource, type DataSourceOptions, QueryFailedError } from 'typeorm';
import type { DatabaseConfig, EmbeddedLocation, ServerLocation } from '../config.js';
import type { Logger } from '../logger.js';
import { DatabaseStartError } from './database-start-error.js';
import { maintain } from './embedded/embedded-maintenance.js';
import { EmbeddedPostgres } from './embedded/embedded-postgres.js';
import { noteOneSession } from './embedded/one-session.js';
import { migrate } from './migrations.js';
import { readFromStandby } from './reads/standby.js';
import { boundedDriver, poolsOf } from './server/bounded-pool.js';
import { awaitServer, lookForStandby } from './server/server-connection.js';

/**
 * Opens the database that the configuration names, a PostgreSQL server or the embedded one, migrated and ready.
 * Everything above sees one TypeORM DataSource and need not know which it is.
 */
export type Database = {
  readonly dataSource: DataSource;
  readonly kind: 'embedded' | 'server';
  /** For a person: what it is and where, without secrets. */
  readonly description: string;
  /** To be called once a minute; null where the server does it by itself. */
  readonly maintain: (() => Promise<void>) | null;
  close(): Promise<void>;
};

export type OpenOptions = {
  readonly logger: Logger;
  readonly entities: NonNullable<DataSourceOptions['entities']>;
  /** Where the SQL files are; the desk's own unless told otherwise. */
  readonly migrations?: URL;
  /** Whether rows of a server can be had as bytes, see reads/raw-rows.ts. */
  readonly rawRows?: boolean;
};

/**
 * How long a request waits for a connection before it is told that the database is unavailable. The embedded database
 * has only one, which its maintenance holds for a while now and then.
 */
const checkoutTimeoutMs = { server: 4_000, embedded: 10_000 } as const;

/** A server may be that late with what it was to say by the statement timeout. */
const silenceGraceMs = 2_000;

/** No transaction of ours waits for anything but the database: one that stands still has lost its client, and keeps its locks. */
const idleInTransactionMs = 5_000;

/** @throws DatabaseStartError with one sentence that says what to do. */
export function openDatabase(config: DatabaseConfig, options: OpenOptions): Promise<Database> {
  const { location } = config;
  return location.kind === 'server' ? openServer(config, location, options) : openEmbedded(config, location, options);
}

async function openServer(config: DatabaseConfig, location: ServerLocation, options: OpenOptions): Promise<Database> {
  const [primary] = await Promise.all([
    awaitServer(location.url, options.logger),
    location.replicaUrl ? lookForStandby(location.replicaUrl, options.logger) : null,
  ]);
  const dataSource = new DataSource({
    ...sharedOptions(options),
    driver: boundedDriver({ standbyUrl: location.replicaUrl, rawRows: options.rawRows ?? false }),
    ...(location.replicaUrl
      ? {
          replication: {
            // Only reads that can tell how fresh they must be go to the standby; see standby.ts.
            defaultMode: 'master',
            master: { url: location.url },
            slaves: [{ url: location.replicaUrl }],
          },
        }
      : { url: location.url }),
    poolSize: config.poolSize,
    extra: {
      connectionTimeoutMillis: checkoutTimeoutMs.server,
      keepAlive: true,
      // Timestamps read as text look the same whatever the server's own setting; compiling a plan costs more than any of ours takes.
      options: '-c TimeZone=UTC -c jit=off',
      prepared: config.prepared,
      ...limits(config),
    },
  });
  await ready(dataSource, options);
  // Not before: a migration may take as long as it takes.
  if (config.statementTimeoutMs !== null) {
    for (const pool of poolsOf(dataSource)) pool.endSilent(config.statementTimeoutMs + silenceGraceMs);
  }
  if (location.replicaUrl) readFromStandby(dataSource, options.logger);
  return {
    dataSource,
    kind: 'server',
    description: `PostgreSQL ${primary.version} at ${primary.address}${location.replicaUrl ? ', with a standby' : ''}`,
    maintain: null,
    close: () => dataSource.destroy(),
  };
}

/** What the server itself enforces: how long a statement runs, and how long a client that vanished keeps its locks. */
function limits({ statementTimeoutMs }: DatabaseConfig) {
  if (statementTimeoutMs === null) return {};
  return { statement_timeout: statementTimeoutMs, idle_in_transaction_session_timeout: idleInTransactionMs };
}

async function openEmbedded(
  config: DatabaseConfig,
  location: EmbeddedLocation,
  options: OpenOptions,
): Promise<Database> {
  const embedded = await EmbeddedPostgres.start(location.directory, {
    queryLimitMs: config.statementTimeoutMs,
    logger: options.logger,
  });
  const dataSource = new DataSource({
    ...sharedOptions(options),
    driver: boundedDriver(),
    username: 'postgres',
    database: 'postgres',
    poolSize: 1,
    extra: {
      stream: () => embedded.createStream(),
      idleTimeoutMillis: 0,
      prepared: config.prepared,
      connectionTimeoutMillis: checkoutTimeoutMs.embedded,
    },
  });
  noteOneSession(dataSource);
  try {
    await embedded.withoutLimit(() => ready(dataSource, options));
  } catch (error) {
    await embedded.close();
    throw error;
  }
  return {
    dataSource,
    kind: 'embedded',
    description: `embedded PostgreSQL in ${location.directory}`,
    maintain: () => maintain(dataSource, embedded),
    async close() {
      await dataSource.destroy();
      await embedded.close();
    },
  };
}

function sharedOptions({ logger, entities }: OpenOptions) {
  return {
    type: 'postgres',
    entities,
    synchronize: false,
    installExtensions: false,
    applicationName: 'relaydesk',
    // Without a handler an idle connection that is cut would end the process; the pool replaces it by itself.
    poolErrorHandler: (error: unknown) => logger.warn({ err: error }, 'A database connection was lost.'),
  } as const;
}

async function ready(dataSource: DataSource, { logger, migrations }: OpenOptions): Promise<void> {
  await dataSource.initialize();
  try {
    const applied = await migrate(dataSource, migrations);
    if (applied.length > 0) logger.info(`Migrated the database: ${applied.join(', ')}`);
  } catch (error) {
    await dataSource.destroy();
    throw error instanceof QueryFailedError
      ? new DatabaseStartError(`The database cannot be migrated: ${error.message}.`, { cause: error })
      : error;
  }
}
