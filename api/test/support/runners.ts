/** A database of a test's own, and the runners that the test starts on it. */
import { afterEach, beforeEach } from '@jest/globals';
import { type Database, openDatabase } from '../../src/database/data-source.js';
import { silentLogger } from '../../src/logger.js';
import { killChildren } from './child-process.js';
import { createTestDatabase, type TestDatabase } from './database.js';

type Runner = { stop(): Promise<void> };

/** For the top of a file; what a test reads of it is there once the test runs. All runners are stopped after each test. */
export function runnersOnDatabase() {
  let files: TestDatabase;
  let database: Database;
  let runners: Runner[];
  const open = async () => {
    database = await openDatabase(files.config, { logger: silentLogger, entities: [] });
  };
  beforeEach(async () => {
    runners = [];
    files = await createTestDatabase();
    await open();
  });
  afterEach(async () => {
    await killChildren();
    await Promise.all(runners.map((runner) => runner.stop()));
    if (database.dataSource.isInitialized) await database.close();
    await files.close();
  });
  return {
    get files() {
      return files;
    },
    get database() {
      return database;
    },
    /** After it was closed, for another process. */
    openAgain: open,
    stopAfter(runner: Runner): void {
      runners.push(runner);
    },
  };
}
