import { createHash, randomBytes } from 'node:crypto';
import { cpSync, existsSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import type { DatabaseConfig } from '../../src/config.js';
import { openDatabase } from '../../src/database/data-source.js';
import { readMigrations } from '../../src/database/migrations.js';
import { silentLogger } from '../../src/logger.js';
import { workDirectory } from './work-directory.js';

/**
 * A fresh, migrated database for one test file, on whatever database this run uses (see global-setup.ts). Migrating
 * happens once: the files of an embedded database are copied, a server's database is made from a template.
 */
export type TestDatabase = { readonly config: DatabaseConfig; close(): Promise<void> };

/** For what a test does to a database behind the desk's back: before one is started on it, or beside one on a server. */
export async function withDataSource<T>(
  { config }: Pick<TestDatabase, 'config'>,
  work: (dataSource: DataSource) => Promise<T>,
): Promise<T> {
  const { dataSource, close } = await openDatabase(config, { logger: silentLogger, entities: [] });
  try {
    return await work(dataSource);
  } finally {
    await close();
  }
}

export function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  return server ? createOnServer(server) : createEmbeddedTestDatabase();
}

/** For what only the embedded database can do, whatever the others use. */
export async function createEmbeddedTestDatabase(): Promise<TestDatabase & { readonly directory: string }> {
  const directory = join(workDirectory(), `database-${randomBytes(6).toString('hex')}`);
  cpSync(await embeddedTemplate(), directory, { recursive: true });
  return {
    directory,
    config: databaseConfig({ kind: 'embedded', directory }),
    async close() {
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The directory to copy from, made by whoever comes first; it is kept as long as the migrations stay the same. */
async function embeddedTemplate(): Promise<string> {
  const template = join(workDirectory(), `template-${await fingerprint()}`);
  if (!existsSync(template)) await withLock(template, () => makeEmbeddedTemplate(template));
  const now = new Date();
  utimesSync(template, now, now);
  return template;
}

async function withLock(path: string, work: () => Promise<void>): Promise<void> {
  const lock = new DatabaseSync(`${path}.lock`, { timeout: 60_000 });
  try {
    lock.exec('begin exclusive');
    await work();
  } finally {
    lock.close();
  }
}

async function makeEmbeddedTemplate(template: string): Promise<void> {
  if (existsSync(template)) return;
  const unfinished = `${template}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  await migrateOnce(databaseConfig({ kind: 'embedded', directory: unfinished }));
  renameSync(unfinished, template);
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const { name, checksum } of await readMigrations()) hash.update(`${name} ${checksum}\n`);
  return hash.digest('hex').slice(0, 16);
}

async function createOnServer(server: string): Promise<TestDatabase> {
  const name = `relaydesk_test_${randomBytes(6).toString('hex')}`;
  const template = await serverTemplate(server);
  await onServer(server, (client) => client.query(`create database ${name} template ${template}`));
  return {
    config: databaseConfig({ kind: 'server', url: databaseUrl(server, name), replicaUrl: null }),
    async close() {
      await onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** The database to create from, made by whoever comes first in this run and dropped at its end. */
function serverTemplate(server: string): Promise<string> {
  const name = `relaydesk_template_${process.env.TEST_RUN}`;
  return onServer(server, async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('${name}'))`);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (!rowCount) await makeServerTemplate(client, server, name);
    return name;
  });
}

async function makeServerTemplate(client: pg.Client, server: string, name: string): Promise<void> {
  await client.query(`create database ${name}_unfinished`);
  await migrateOnce(
    databaseConfig({ kind: 'server', url: databaseUrl(server, `${name}_unfinished`), replicaUrl: null }),
  );
  await client.query(`alter database ${name}_unfinished rename to ${name}`);
}

async function onServer<T>(server: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

function databaseConfig(location: DatabaseConfig['location']): DatabaseConfig {
  return { location, poolSize: 10, prepared: true, statementTimeoutMs: 30_000 };
}

async function migrateOnce(config: DatabaseConfig): Promise<void> {
  const database = await openDatabase(config, { logger: silentLogger, entities: [] });
  await database.close();
}
