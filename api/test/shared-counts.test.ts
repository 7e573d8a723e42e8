import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Database, openDatabase } from '../src/database/data-source.js';
import { type SharedCounts, shareCounts } from '../src/http/shared-counts.js';
import { silentLogger } from '../src/logger.js';
import { createTestDatabase, type TestDatabase } from './support/database.js';
import { beforeStatements } from './support/statements.js';

/** Two processes of one desk, as far as their counts are concerned. */
let testDatabase: TestDatabase;
let database: Database;
let one: SharedCounts;
let other: SharedCounts;
beforeEach(async () => {
  testDatabase = await createTestDatabase();
  database = await openDatabase(testDatabase.config, { logger: silentLogger, entities: [] });
  one = shareCounts(database.dataSource, true);
  other = shareCounts(database.dataSource, true);
});
afterEach(async () => {
  await one.stop();
  await other.stop();
  await database.close();
  await testDatabase.close();
});

const add = (counts: SharedCounts) => counts.add('a client', 3_600_000).current;

/** What `other` knows of `one`; it learns when it tells of itself. */
async function untilOtherKnows(expected: number): Promise<void> {
  const deadline = performance.now() + 10_000;
  for (let own = 1; add(other) - own !== expected; own++) {
    if (performance.now() > deadline) throw new Error(`The other process never heard of ${expected}.`);
    await delay(20);
  }
}

test('each process comes to know what the others counted', async () => {
  for (let index = 0; index < 5; index++) add(one);
  await untilOtherKnows(5);
});

test('what could not be told because the database failed is told when it is back', async () => {
  await database.dataSource.query(`
    create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
    create trigger refuse before insert on request_count for each statement execute function refuse()`);
  const { promise: failed, resolve } = Promise.withResolvers<void>();
  await beforeStatements(
    async () => {
      for (let index = 0; index < 5; index++) add(one);
      await failed;
    },
    ({ text }) => {
      if (text.includes('insert into request_count')) resolve();
    },
  );
  await database.dataSource.query('drop trigger refuse on request_count');
  expect(add(one)).toBe(6);
  await untilOtherKnows(6);
  expect(add(one)).toBeGreaterThanOrEqual(7);
});
