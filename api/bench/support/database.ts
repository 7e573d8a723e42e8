/**
 * The databases that are measured: made once per size and kept, on a PostgreSQL of the benchmark's own in the temporary
 * directory, or on the server of DATABASE_URL beside what that holds. What changes tickets works on a copy.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { DatabaseConfig } from '../../src/config.js';
import { openDatabase } from '../../src/database/data-source.js';
import { findPostgres, startPostgres } from '../../test/support/postgres-server.js';
import { makeTickets } from './tickets.js';

const settings = [
  'max_connections=300',
  'shared_buffers=1GB',
  'effective_cache_size=4GB',
  'maintenance_work_mem=512MB',
  'max_wal_size=4GB',
];
const quiet = { info: () => undefined, warn: (_details: object, message?: string) => console.warn(message) };

export type Databases = {
  readonly version: string;
  /** The address of a database of so many tickets, which nobody changes. */
  of(size: number): Promise<string>;
  /** The directory of an embedded one. */
  embedded(size: number): Promise<string>;
  /** A copy of it that may be changed, until `drop`. */
  copyOf(size: number, name: string): Promise<{ url: string; drop(): Promise<void> }>;
  close(): Promise<void>;
};

export async function openDatabases(): Promise<Databases> {
  const own = process.env.DATABASE_URL ? null : await startOwn();
  const server = process.env.DATABASE_URL || (own?.url ?? '');
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  const { rows } = await admin.query<{ version: string }>("select current_setting('server_version') as version");

  const isThere = async (name: string) =>
    (await admin.query('select from pg_database where datname = $1', [name])).rowCount === 1;
  const drop = (name: string) => admin.query(`drop database if exists ${name} with (force)`);
  const urlOf = (name: string) => Object.assign(new URL(server), { pathname: `/${name}` }).href;

  async function make(size: number): Promise<string> {
    const name = `relaydesk_bench_${size}`;
    if (!(await isThere(name))) {
      // Under another name until it is complete: an interrupted run leaves nothing half made.
      const unfinished = `${name}_unfinished`;
      await drop(unfinished);
      await admin.query(`create database ${unfinished} template template0`);
      await fill({ kind: 'server', url: urlOf(unfinished), replicaUrl: null }, size);
      await admin.query(`alter database ${unfinished} rename to ${name}`);
    }
    return name;
  }
  return {
    version: rows[0]?.version ?? '',
    of: async (size) => urlOf(await make(size)),
    embedded: makeEmbedded,
    async copyOf(size, name) {
      const copy = `relaydesk_bench_copy_${name}`;
      await drop(copy);
      await admin.query(`create database ${copy} template ${await make(size)} strategy file_copy`);
      return { url: urlOf(copy), drop: async () => void (await drop(copy)) };
    },
    async close() {
      await admin.end();
      await own?.stop();
    },
  };
}

async function startOwn() {
  const installation = findPostgres();
  if (!installation) throw new Error('Install PostgreSQL 15 or later, or name a server in DATABASE_URL.');
  const home = join(tmpdir(), `relaydesk-bench-postgresql-${Number.parseInt(installation.version, 10)}`);
  return startPostgres(installation, { home, settings });
}

async function makeEmbedded(size: number): Promise<string> {
  const directory = join(tmpdir(), `relaydesk-bench-embedded-${size}`);
  if (!existsSync(directory)) {
    const unfinished = `${directory}-unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    await fill({ kind: 'embedded', directory: unfinished }, size);
    renameSync(unfinished, directory);
  }
  return directory;
}

async function fill(location: DatabaseConfig['location'], size: number): Promise<void> {
  const config = { location, poolSize: 1, prepared: true, statementTimeoutMs: null };
  const { dataSource, close } = await openDatabase(config, { logger: quiet, entities: [] });
  await makeTickets(dataSource, size);
  await close();
}
