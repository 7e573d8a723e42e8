/**
 * All rows of a desk as lines of JSON, the same for the embedded database and a server, so that either can be restored
 * into the other. One snapshot is written; a restore happens wholly or not at all, into an empty desk of the same version.
 */
import type { DataSource, EntityManager } from 'typeorm';
import { z } from 'zod';
import { sqlState } from './database-error.js';

const format = 'relaydesk-backup-2';
const batch = 500;
/** Each row a part of a file, of a quarter of a megabyte. */
const batchOfParts = 8;

/** What other processes count and elect among themselves is worth nothing elsewhere, nor are places in this database's feed. */
const passing = ['feed_epoch', 'request_count', 'scheduled_task', 'sign_in_delay'];
/** Columns that mean nothing in another database. */
const passingType = 'xid8';

const headerLine = z.object({
  format: z.literal(format),
  migrations: z.array(z.string()),
  sequences: z.record(z.string(), z.string()),
});
type Header = z.infer<typeof headerLine>;
type TableLine = { table: string; rows: string[] };
/** The last line, without which a file was cut short: how many rows there are of each table. */
type EndLine = { end: Record<string, number> };

/** A backup that cannot be restored here; the message says why. */
export class BackupError extends Error {}

/** The header, then batches of rows, tickets first, because others refer to them; then the end. */
export async function* writeBackup(database: DataSource): AsyncGenerator<string> {
  const runner = database.createQueryRunner();
  await runner.startTransaction('REPEATABLE READ');
  try {
    const { manager } = runner;
    await waitForDisk(manager);
    const header: Header = { format, migrations: await migrationsOf(manager), sequences: await sequencesOf(manager) };
    yield JSON.stringify(header);
    const counts: Record<string, number> = {};
    for (const table of await tablesOf(manager)) {
      counts[table] = 0;
      const columns = await columnsOf(manager, table);
      await manager.query(
        `declare backup no scroll cursor for select to_jsonb(t)::text as row from (select ${columns} from "${table}") as t`,
      );
      const size = table.endsWith('_chunk') ? batchOfParts : batch;
      for (;;) {
        const rows = await manager.query<{ row: string }[]>(`fetch ${size} from backup`);
        if (rows.length === 0) break;
        counts[table] += rows.length;
        yield JSON.stringify({ table, rows: rows.map(({ row }) => row) } satisfies TableLine);
      }
      await manager.query('close backup');
    }
    yield JSON.stringify({ end: counts } satisfies EndLine);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

/** Unlike any other transaction these two wait between statements, for a file that may be far away. */
async function waitForDisk(manager: EntityManager): Promise<void> {
  await manager.query('set local idle_in_transaction_session_timeout = 0');
}

/** Only where `emptyTable` has no row. Answers how many rows came in. @throws BackupError where the lines are no backup, or not one for this desk */
export async function restoreBackup(
  database: DataSource,
  lines: AsyncIterable<string>,
  emptyTable: string,
): Promise<number> {
  return database.transaction(async (manager) => {
    await waitForDisk(manager);
    const tables = await tablesOf(manager);
    let header: Header | null = null;
    let end: EndLine['end'] | null = null;
    let number = 0;
    const counts: Record<string, number> = {};
    for await (const line of lines) {
      number++;
      if (!header) {
        header = readHeader(line);
        await prepare(manager, tables, header, emptyTable);
        continue;
      }
      if (end) throw altered(number, 'it comes after the end');
      const content = readLine(line, number);
      if ('end' in content) {
        end = content.end;
        continue;
      }
      await insertRows(manager, tables, content, number);
      counts[content.table] = (counts[content.table] ?? 0) + content.rows.length;
    }
    if (!header) throw new BackupError('The file is empty.');
    if (!end) throw new BackupError(`The backup was cut short after line ${number}. ${cure}`);
    compare(end, counts);
    await finish(manager, tables, header);
    return Object.values(counts).reduce((sum, count) => sum + count, 0);
  });
}

const cure = 'Nothing was restored; use another copy of the backup.';

function altered(line: number, reason: string, cause?: unknown): BackupError {
  return new BackupError(`Line ${line} of the backup is not as it was written: ${reason}. ${cure}`, { cause });
}

const contentLine = z.union([
  z.strictObject({ table: z.string(), rows: z.array(z.string()) }),
  z.strictObject({ end: z.record(z.string(), z.number()) }),
]);

function readLine(line: string, number: number): TableLine | EndLine {
  try {
    return contentLine.parse(JSON.parse(line));
  } catch (error) {
    throw altered(number, 'it cannot be read', error);
  }
}

async function insertRows(
  manager: EntityManager,
  tables: readonly string[],
  { table, rows }: TableLine,
  number: number,
): Promise<void> {
  if (!tables.includes(table)) throw altered(number, `this version has no table "${table}"`);
  const columns = await columnsOf(manager, table);
  try {
    await manager.query(
      `insert into "${table}" (${columns}) overriding system value
       select ${columns} from jsonb_populate_recordset(null::"${table}", $1::jsonb)`,
      [`[${rows.join(',')}]`],
    );
  } catch (error) {
    // Class 22 is a value that cannot be read, class 23 one that breaks a rule; anything else is the server's trouble.
    if (!/^2[23]/.test(sqlState(error) ?? '')) throw error;
    throw altered(number, (error as Error).message, error);
  }
}

function compare(end: EndLine['end'], counts: Record<string, number>): void {
  for (const table of new Set([...Object.keys(end), ...Object.keys(counts)])) {
    const [written, read] = [end[table] ?? 0, counts[table] ?? 0];
    if (written !== read)
      throw new BackupError(`The backup was written with ${written} rows of "${table}" and has ${read}. ${cure}`);
  }
}

function readHeader(line: string): Header {
  try {
    return headerLine.parse(JSON.parse(line));
  } catch {
    // Told below, in the same words whatever is wrong.
  }
  throw new BackupError('The file is not a backup of Relaydesk, or one of another version.');
}

/** Trail, counters and verdicts come from the backup: the triggers that would write them again are off. */
async function prepare(
  manager: EntityManager,
  tables: readonly string[],
  { migrations }: Header,
  emptyTable: string,
): Promise<void> {
  const here = await migrationsOf(manager);
  if (here.join() !== migrations.join()) {
    throw new BackupError(
      `The backup is of another version (${migrations.at(-1)}; here it is ${here.at(-1)}). Restore it with that version, then upgrade.`,
    );
  }
  const [row] = await manager.query<unknown[]>(`select from "${emptyTable}" limit 1`);
  if (row) throw new BackupError('There are tickets already. A backup is restored into an empty desk only.');
  for (const table of tables) await manager.query(`alter table "${table}" disable trigger user`);
  for (const table of tables.toReversed()) await manager.query(`delete from "${table}"`);
  // Tables come in the order of their names, so that some refer to rows that are still to come.
  await manager.query('set constraints all deferred');
}

/** Numbers of deleted tickets are not given out again. */
async function finish(manager: EntityManager, tables: readonly string[], { sequences }: Header): Promise<void> {
  for (const [name, last] of Object.entries(sequences))
    await manager.query('select setval($1::regclass, $2::bigint)', [name, last]);
  await manager.query('set constraints all immediate');
  for (const table of tables) await manager.query(`alter table "${table}" enable trigger user`);
}

async function tablesOf(manager: EntityManager): Promise<string[]> {
  const rows = await manager.query<{ name: string }[]>(
    `select table_name as name from information_schema.tables
     where table_schema = current_schema() and table_type = 'BASE TABLE' and table_name <> all ($1)
     order by table_name <> 'ticket', table_name`,
    [[...passing, 'schema_migration']],
  );
  return rows.map(({ name }) => name);
}

/** Without those that the database computes. */
async function columnsOf(manager: EntityManager, table: string): Promise<string> {
  const rows = await manager.query<{ name: string }[]>(
    `select quote_ident(column_name) as name from information_schema.columns
     where table_schema = current_schema() and table_name = $1 and is_generated = 'NEVER' and udt_name <> $2
     order by ordinal_position`,
    [table, passingType],
  );
  return rows.map(({ name }) => name).join(', ');
}

async function migrationsOf(manager: EntityManager): Promise<string[]> {
  const rows = await manager.query<{ name: string }[]>('select name from schema_migration order by name');
  return rows.map(({ name }) => name);
}

async function sequencesOf(manager: EntityManager): Promise<Record<string, string>> {
  const rows = await manager.query<{ name: string; last: string }[]>(
    `select sequencename as name, last_value::text as last from pg_sequences
     where schemaname = current_schema() and last_value is not null`,
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}
