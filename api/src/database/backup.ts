/**
 * All rows of a desk as lines of JSON, the same for the embedded database and a server, so that either can be restored
 * into the other. One snapshot is written; a restore happens wholly or not at all, into an empty desk of the same version.
 */
import type { DataSource, EntityManager } from 'typeorm';

const format = 'relaydesk-backup-1';
const batch = 500;
/** Each row a part of a file, of a quarter of a megabyte. */
const batchOfParts = 8;

/** What other processes count and elect among themselves is worth nothing elsewhere. */
const passing = ['request_count', 'scheduled_task', 'sign_in_delay'];

type Header = { format: string; migrations: string[]; sequences: Record<string, string> };
type TableLine = { table: string; rows: string[] };

/** A backup that cannot be restored here; the message says why. */
export class BackupError extends Error {}

/** The header, then batches of rows; tickets first, because others refer to them. */
export async function* writeBackup(database: DataSource): AsyncGenerator<string> {
  const runner = database.createQueryRunner();
  await runner.startTransaction('REPEATABLE READ');
  try {
    const { manager } = runner;
    await waitForDisk(manager);
    const header: Header = { format, migrations: await migrationsOf(manager), sequences: await sequencesOf(manager) };
    yield JSON.stringify(header);
    for (const table of await tablesOf(manager)) {
      const columns = await columnsOf(manager, table);
      await manager.query(
        `declare backup no scroll cursor for select to_jsonb(t)::text as row from (select ${columns} from "${table}") as t`,
      );
      const size = table === 'file_chunk' ? batchOfParts : batch;
      for (;;) {
        const rows = await manager.query<{ row: string }[]>(`fetch ${size} from backup`);
        if (rows.length === 0) break;
        yield JSON.stringify({ table, rows: rows.map(({ row }) => row) } satisfies TableLine);
      }
      await manager.query('close backup');
    }
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

/** Unlike any other transaction these two wait between statements, for a file that may be far away. */
async function waitForDisk(manager: EntityManager): Promise<void> {
  await manager.query('set local idle_in_transaction_session_timeout = 0');
}

/** Answers how many rows came in. @throws BackupError where the lines are no backup, or not one for this desk */
export async function restoreBackup(database: DataSource, lines: AsyncIterable<string>): Promise<number> {
  return database.transaction(async (manager) => {
    await waitForDisk(manager);
    const tables = await tablesOf(manager);
    let header: Header | null = null;
    let count = 0;
    for await (const line of lines) {
      if (!header) {
        header = readHeader(line);
        await prepare(manager, tables, header);
        continue;
      }
      const { table, rows } = JSON.parse(line) as TableLine;
      if (!tables.includes(table))
        throw new BackupError(`The backup has rows of "${table}", which this version does not know.`);
      const columns = await columnsOf(manager, table);
      await manager.query(
        `insert into "${table}" (${columns}) overriding system value
         select ${columns} from jsonb_populate_recordset(null::"${table}", $1::jsonb)`,
        [`[${rows.join(',')}]`],
      );
      count += rows.length;
    }
    if (!header) throw new BackupError('The file is empty.');
    await finish(manager, tables, header);
    return count;
  });
}

function readHeader(line: string): Header {
  try {
    const header = JSON.parse(line) as Header;
    if (header.format === format) return header;
  } catch {
    // Told below, in the same words.
  }
  throw new BackupError('The file is not a backup of Relaydesk.');
}

/** Trail, counters and verdicts come from the backup: the triggers that would write them again are off. */
async function prepare(manager: EntityManager, tables: readonly string[], { migrations }: Header): Promise<void> {
  const here = await migrationsOf(manager);
  if (here.join() !== migrations.join()) {
    throw new BackupError(
      `The backup is of another version (${migrations.at(-1)}; here it is ${here.at(-1)}). Restore it with that version, then upgrade.`,
    );
  }
  const [ticket] = await manager.query<unknown[]>('select from ticket limit 1');
  if (ticket) throw new BackupError('There are tickets already. A backup is restored into an empty desk only.');
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
     where table_schema = current_schema() and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
    [table],
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
