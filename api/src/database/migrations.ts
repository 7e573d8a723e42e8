import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DataSource, EntityManager } from 'typeorm';
import { DatabaseStartError } from './database-start-error.js';
import { takeLock } from './locks.js';

/**
 * Brings a database up to date at start. Migrations are SQL files `NNNN-name.sql`, applied in order, each in its own
 * transaction; once applied a file never changes. Versions run side by side during a rollout, so a migration only
 * adds; one that cannot must begin with `-- breaking: reason`, and older versions then refuse the database.
 */
type Migration = { readonly name: string; readonly sql: string; readonly checksum: string; readonly breaking: boolean };

type Applied = { readonly name: string; readonly checksum: string; readonly breaking: boolean };

const ownMigrations = new URL('./migrations/', import.meta.url);

/**
 * Applies what is pending and answers with the names. Safe for several processes at once.
 * @throws DatabaseStartError when an applied file was changed or a newer version broke with this one.
 */
export async function migrate(dataSource: DataSource, directory: URL = ownMigrations): Promise<string[]> {
  const migrations = await readMigrations(directory);
  refuseUnfit(migrations, await alone(dataSource, appliedMigrations));
  const names: string[] = [];
  for (const migration of migrations) {
    if (await alone(dataSource, (manager) => apply(manager, migration))) names.push(migration.name);
  }
  return names;
}

/** The migrations of this version in order; two with one number are a mistake of ours. */
export async function readMigrations(directory: URL = ownMigrations): Promise<Migration[]> {
  const files = (await readdir(directory)).filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file)).sort();
  return Promise.all(files.map((file) => readMigration(new URL(file, directory))));
}

async function readMigration(file: URL): Promise<Migration> {
  // A checkout on Windows may have other line ends; it is the same migration.
  const sql = (await readFile(file, 'utf8')).replaceAll('\r\n', '\n');
  return {
    name: basename(file.pathname, '.sql'),
    sql,
    checksum: createHash('sha256').update(sql).digest('hex'),
    breaking: sql.startsWith('-- breaking:'),
  };
}

/** Runs work in a transaction that only one process has at a time, however long the one before takes. */
function alone<T>(dataSource: DataSource, work: (manager: EntityManager) => Promise<T>): Promise<T> {
  return dataSource.transaction(async (manager) => {
    await manager.query('set local statement_timeout = 0');
    // A machine that starts many things at once may let this process wait for long between two statements.
    await manager.query('set local idle_in_transaction_session_timeout = 0');
    await takeLock(manager, 'migrations');
    return work(manager);
  });
}

async function appliedMigrations(manager: EntityManager): Promise<Applied[]> {
  await manager.query(
    `create table if not exists schema_migration (
       name text primary key,
       checksum text not null,
       breaking boolean not null,
       applied_at timestamptz(3) not null default now()
     )`,
  );
  return manager.query<Applied[]>('select name, checksum, breaking from schema_migration order by name');
}

function refuseUnfit(migrations: readonly Migration[], applied: readonly Applied[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum, breaking } of applied) {
    const migration = known.get(name);
    if (!migration && breaking)
      throw new DatabaseStartError(
        `A newer version has migrated this database (${name}) in a way this version cannot work with: start the newer version.`,
      );
    if (migration && migration.checksum !== checksum)
      throw new DatabaseStartError(
        `The migration ${name} was changed after this database had applied it: restore the file, and put the change into a further migration.`,
      );
  }
}

/** False when another process was faster. */
async function apply(manager: EntityManager, { name, sql, checksum, breaking }: Migration): Promise<boolean> {
  const present = await manager.query<unknown[]>('select from schema_migration where name = $1', [name]);
  if (present.length > 0) return false;
  await manager.query(sql).catch((cause: Error) => {
    throw new DatabaseStartError(`The migration ${name} cannot be applied: ${cause.message}.`, { cause });
  });
  await manager.query('insert into schema_migration (name, checksum, breaking) values ($1, $2, $3)', [
    name,
    checksum,
    breaking,
  ]);
  return true;
}
