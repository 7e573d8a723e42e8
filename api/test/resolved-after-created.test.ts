import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Database, openDatabase } from '../src/database/data-source.js';
import { silentLogger } from '../src/logger.js';
import { createTestDatabase, type TestDatabase } from './support/database.js';
import { signed } from './support/signature.js';

let stage: TestDatabase;
let database: Database;
beforeAll(async () => {
  stage = await createTestDatabase();
  database = await openDatabase(stage.config, { logger: silentLogger, entities: [] });
});
afterAll(async () => {
  await database.close();
  await stage.close();
});

const insert = (resolvedAt: string) =>
  database.dataSource.query(
    signed(`insert into ticket (title, description, category, priority, status, created_at, resolved_at)
      values ('A', 'a', 'general', 'low', 'resolved', '2026-02-19', '${resolvedAt}')`),
  );

test('the database refuses a ticket that is resolved before it is created, and its migration mends those that were', async () => {
  await expect(insert('2026-02-18')).rejects.toThrow('ticket_resolved_at_not_before_created');
  await insert('2026-02-19');
  await database.dataSource.query('alter table ticket drop constraint ticket_resolved_at_not_before_created');
  await insert('2026-02-18');
  const migration = new URL('../src/database/migrations/0025-resolved-after-created.sql', import.meta.url);
  await database.dataSource.query(await readFile(migration, 'utf8'));
  const rows = await database.dataSource.query('select resolved_at = created_at as same from ticket');
  expect(rows).toEqual([{ same: true }, { same: true }]);
  await expect(insert('2026-02-18')).rejects.toThrow('ticket_resolved_at_not_before_created');
});
