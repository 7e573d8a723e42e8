import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
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
         and table_name not in ('request_count', 'scheduled_task')`,
    );
    const all: Record<string, string[]> = {};
    for (const { name } of tables) {
      const rows = await dataSource.query<{ row: string }[]>(`select t::text as row from "${name}" t order by 1`);
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
