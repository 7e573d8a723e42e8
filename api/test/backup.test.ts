import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { restoreBackup } from '../src/database/backup.js';
import { runCommand } from './support/command.js';
import {
  createEmbeddedTestDatabase,
  createTestDatabase,
  type TestDatabase,
  withDataSource,
} from './support/database.js';
import { startDesk } from './support/desk.js';
import { databaseVariables } from './support/server-process.js';

let folder: string;
const databases: TestDatabase[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'relaydesk-backup-'));
});
afterAll(async () => {
  for (const database of databases) await database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function emptyDatabase(create: () => Promise<TestDatabase> = createTestDatabase): Promise<TestDatabase> {
  const database = await create();
  databases.push(database);
  return database;
}

const command = (name: string, file: string, { config }: TestDatabase) =>
  runCommand(name, [file], { folder, env: { DATABASE_URL: '', ...databaseVariables(config) } });

/** A desk with a past: changes, deletions, suggestions, counters that are not folded yet. */
async function fill(database: TestDatabase): Promise<void> {
  // The desk must not remove the database: it is still wanted.
  const desk = await startDesk({}, { ...database, close: async () => undefined });
  for (let index = 0; index < 30; index++) {
    const fields = { title: `Ticket ${index} “é😀”`, description: 'Cannot sign in.\n\\ "quoted" \t end' };
    const { body } = await desk.rest<{ id: number }>('POST', '/api/tickets/', fields);
    if (index % 3 === 0)
      await desk.rest('PATCH', `/api/tickets/${body.id}/`, { status: 'resolved', category: 'billing' });
    if (index % 10 === 9) await desk.rest('DELETE', `/api/tickets/${body.id}/`);
  }
  await desk.close();
}

/** Every row of every table that a backup holds, as text. */
function rowsOf(database: TestDatabase): Promise<Record<string, string[]>> {
  return withDataSource(database, async (dataSource) => {
    const tables = await dataSource.query<{ name: string }[]>(
      `select table_name as name from information_schema.tables
       where table_schema = current_schema() and table_type = 'BASE TABLE'
         and table_name not in ('feed_epoch', 'request_count', 'scheduled_task')`,
    );
    const all: Record<string, string[]> = {};
    for (const { name } of tables) {
      const rows = await dataSource.query<{ row: string }[]>(
        `select (to_jsonb(t) - 'transaction')::text as row from "${name}" t order by 1`,
      );
      all[name] = rows.map(({ row }) => row);
    }
    return all;
  });
}

test('every row is restored into an empty desk of either kind, and numbers go on where they were', async () => {
  const original = await emptyDatabase();
  await fill(original);
  const file = join(folder, 'desk.backup');
  const written = await command('backup', file, original);
  expect(written).toMatchObject({ code: 0, output: expect.stringMatching(/^\d+ rows were written to /) });

  const before = await rowsOf(original);
  expect(before.ticket).toHaveLength(27);
  for (const create of [createTestDatabase, createEmbeddedTestDatabase]) {
    const copy = await emptyDatabase(create);
    expect(await command('restore', file, copy)).toMatchObject({ code: 0, errors: '' });
    const { schema_migration: _there, ...restored } = await rowsOf(copy);
    const { schema_migration: _here, ...expected } = before;
    expect(restored).toEqual(expected);

    const desk = await startDesk({}, { ...copy, close: async () => undefined });
    expect((await desk.rest<{ total_tickets: number }>('GET', '/api/tickets/stats/')).body.total_tickets).toBe(27);
    const next = await desk.rest<{ id: number }>('POST', '/api/tickets/', { title: 'Next', description: 'one' });
    expect(next.body.id).toBe(31);
    await desk.close();
  }
});

test('what cannot be restored is refused in a sentence, and nothing is changed', async () => {
  const desk = await emptyDatabase();
  await fill(desk);
  const before = await rowsOf(desk);
  const file = join(folder, 'full.backup');
  await command('backup', file, desk);
  expect(await command('restore', file, desk)).toMatchObject({
    code: 1,
    errors: expect.stringContaining('empty desk only'),
  });

  const nowhere = join(folder, 'nowhere');
  expect(await command('backup', join(nowhere, 'full.backup'), desk)).toMatchObject({
    code: 1,
    errors: `There is no folder ${nowhere}.\n`,
  });

  const garbage = join(folder, 'garbage.backup');
  writeFileSync(garbage, 'nothing of the kind');
  const empty = await emptyDatabase();
  for (const name of [garbage, join(folder, 'missing.backup')]) {
    const refused = await command('restore', name, empty);
    expect(refused.code).toBe(1);
    expect(refused.errors).toMatch(/^[^\n]+\n$/);
  }
  expect(await rowsOf(desk)).toEqual(before);
  expect((await rowsOf(empty)).ticket).toEqual([]);
});

async function* linesOf(lines: readonly (string | undefined)[]): AsyncGenerator<string> {
  for (const line of lines) yield line ?? '';
}

test('a shortened or altered backup is refused by its line and its cure, and nothing comes in', async () => {
  const desk = await emptyDatabase();
  await fill(desk);
  const file = join(folder, 'whole.backup');
  await command('backup', file, desk);
  const lines = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n');
  const tickets = JSON.parse(lines[1] ?? '') as { table: string; rows: string[] };
  const instead = (line: unknown) => [lines[0], JSON.stringify(line), ...lines.slice(2)];

  const empty = await emptyDatabase();
  const cases: [(string | undefined)[], RegExp][] = [
    [lines.slice(0, -1), /cut short after line \d+\./],
    [lines.slice(0, 1), /cut short after line 1\./],
    [lines.toSpliced(-2, 1), /^The backup was written with \d+ rows of "\w+" and has \d+\./],
    [[...lines.slice(0, 1), ...lines.slice(2)], /^Line \d+ of the backup.*foreign key/],
    [instead({ ...tickets, rows: [...tickets.rows.slice(1), '{"id": "many"}'] }), /^Line 2 of the backup/],
    [instead({ ...tickets, rows: [...tickets.rows.slice(1), '{"id": '] }), /^Line 2 of the backup/],
    [instead({ ...tickets, table: 'elsewhere' }), /^Line 2 of the backup.*"elsewhere"/],
    [[lines[0], 'nonsense', ...lines.slice(2)], /^Line 2 of the backup/],
    [[...lines, lines[1]], /comes after the end/],
  ];
  await withDataSource(empty, async (dataSource) => {
    for (const [content, sentence] of cases) {
      const { message } = await restoreBackup(dataSource, linesOf(content), 'ticket').then(
        () => new Error('It was restored.'),
        (error: Error) => error,
      );
      expect(message).toMatch(sentence);
      expect(message).toMatch(/^[^\n]+ Nothing was restored; use another copy of the backup\.$/);
    }
  });
  const half = join(folder, 'half.backup');
  writeFileSync(half, readFileSync(file).subarray(0, -20));
  expect(await command('restore', half, empty)).toMatchObject({
    code: 1,
    errors: expect.stringContaining('not a whole one'),
  });
  expect((await rowsOf(empty)).ticket).toEqual([]);
});
