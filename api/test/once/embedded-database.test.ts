import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import type { DatabaseConfig } from '../../src/config.js';
import { type Database, openDatabase } from '../../src/database/data-source.js';
import { isUnavailable } from '../../src/database/database-error.js';
import { maintain } from '../../src/database/embedded/embedded-maintenance.js';
import { EmbeddedPostgres } from '../../src/database/embedded/embedded-postgres.js';
import { silentLogger } from '../../src/logger.js';
import { kill, killChildren, nextMessage, startChild } from '../support/child-process.js';
import { createEmbeddedTestDatabase, type TestDatabase } from '../support/database.js';

let test: TestDatabase & { directory: string };
beforeAll(async () => {
  test = await createEmbeddedTestDatabase();
});
afterEach(killChildren);
afterAll(() => test.close());

const open = (changes: Partial<DatabaseConfig> = {}) =>
  openDatabase({ ...test.config, ...changes }, { logger: silentLogger, entities: [] });

const startEmbedded = (directory: string) =>
  EmbeddedPostgres.start(directory, { queryLimitMs: null, logger: silentLogger });

describe('the directory of the embedded database', () => {
  it('lets exactly one of several processes in, 25 times out of 25, each time after the holder was killed', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'relaydesk-lock-'));
    const start = async () => {
      const contender = startChild('./child-lock.ts');
      await nextMessage(contender);
      return contender;
    };
    const contenders: ChildProcess[] = await Promise.all([start(), start(), start(), start()]);

    for (let round = 0; round < 25; round++) {
      const successor = start();
      const answers = Promise.all(contenders.map(nextMessage));
      for (const contender of contenders) contender.send(directory);
      const told = await answers;
      const refusal = `The embedded database in ${directory} is in use by another process.`;
      expect(told.filter((answer) => String(answer).startsWith(refusal))).toHaveLength(3);

      const holder = told.indexOf('held');
      await kill(contenders[holder] as ChildProcess);
      contenders[holder] = await successor;
    }

    rmSync(directory, { recursive: true });
  });

  it('is refused a second time while it is open, and free again once it is closed', async () => {
    const database = await open();
    await expect(open()).rejects.toThrow(`The embedded database in ${test.directory} is in use by another process.`);
    await database.close();
    await (await open()).close();
  });

  it('lets nobody else in when its lock file is deleted while it is open', async () => {
    const database = await open();
    rmSync(join(test.directory, 'lock'));
    const contender = startChild('./child-lock.ts');
    await nextMessage(contender);
    const told = nextMessage(contender);
    contender.send(test.directory);
    expect(await told).toContain('is in use by another process.');
    await database.close();
  });

  it('is refused in one sentence when nothing can be written there', async () => {
    const file = join(test.directory, 'a-file');
    writeFileSync(file, '');
    await expect(startEmbedded(file)).rejects.toThrow(`The embedded database cannot write to ${file} (`);
  });
});

describe('the embedded database, when its process is killed', () => {
  it('keeps every acknowledged row', async () => {
    const writer = startChild('./child-writer.ts', test.directory);
    let acknowledged = 0;
    writer.on('message', (number: number) => {
      acknowledged = number;
    });
    while (acknowledged < 200) await nextMessage(writer);
    await kill(writer);

    const database = await open();
    const rows: { number: number }[] = await database.dataSource.query('select number from written order by number');
    await database.close();
    const kept = rows.map(({ number }) => number);
    // The row being written may have been committed without its acknowledgement having been heard.
    expect(kept.slice(0, acknowledged)).toEqual(Array.from({ length: acknowledged }, (_, index) => index + 1));
    expect(kept.length).toBeLessThanOrEqual(acknowledged + 1);
  });

  it('starts afresh when that happened during its very first start', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'relaydesk-first-'));
    const writer = startChild('./child-writer.ts', directory);
    await untilExists(directory, 'postgres.unfinished');
    await kill(writer);
    expect(existsSync(join(directory, 'postgres'))).toBe(false);

    const embedded = await startEmbedded(directory);
    expect(existsSync(join(directory, 'postgres'))).toBe(true);
    await embedded.close();
    rmSync(directory, { recursive: true });
  });
});

describe('a query that runs longer than the limit', () => {
  const endless = 'select count(*) from generate_series(1, 10000000000)';
  let database: Database;
  beforeAll(async () => {
    database = await open({ statementTimeoutMs: 500 });
    await database.dataSource.query('create table if not exists limited (number int)');
  });
  afterEach(() => database.dataSource.query('delete from limited'));
  afterAll(() => database.close());

  it('fails as unavailable, and the next query is answered', async () => {
    const error: unknown = await database.dataSource.query(endless).catch((thrown: unknown) => thrown);
    expect(isUnavailable(error)).toBe(true);
    expect(await database.dataSource.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('takes back the transaction it was in, and keeps what was committed before', async () => {
    await database.dataSource.query('insert into limited values (1)');
    await expect(
      database.dataSource.transaction(async (manager) => {
        await manager.query('insert into limited values (2)');
        await manager.query(endless);
      }),
    ).rejects.toThrow();
    expect(await database.dataSource.query('select number from limited')).toEqual([{ number: 1 }]);
  });
});

describe('maintenance', () => {
  it('vacuums and analyzes tables that changed much, and writes a checkpoint', async () => {
    const embedded = await startEmbedded(test.directory);
    const dataSource = new DataSource({
      type: 'postgres',
      username: 'postgres',
      poolSize: 1,
      extra: { stream: () => embedded.createStream() },
    });
    await dataSource.initialize();
    await dataSource.query('create table changed as select generate_series(1, 2000) as number');
    await dataSource.query('update changed set number = -number');
    const [before] = await dataSource.query('select pg_current_wal_lsn() as position');

    await maintain(dataSource, embedded);

    const [after] = await dataSource.query(
      `select n_dead_tup::int as dead, last_vacuum is not null as vacuumed, last_analyze is not null as analyzed,
         (select checkpoint_lsn >= $1::pg_lsn from pg_control_checkpoint()) as checkpointed
       from pg_stat_user_tables where relname = 'changed'`,
      [before.position],
    );
    expect(after).toEqual({ dead: 0, vacuumed: true, analyzed: true, checkpointed: true });
    await dataSource.destroy();
    await embedded.close();
  });
});

/** Resolves when a directory gets an entry of this name. */
async function untilExists(directory: string, name: string): Promise<void> {
  const watcher = watch(directory);
  while (!existsSync(join(directory, name))) await once(watcher, 'change');
  watcher.close();
}
