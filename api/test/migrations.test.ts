import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Database, openDatabase } from '../src/database/data-source.js';
import { migrate } from '../src/database/migrations.js';
import { silentLogger } from '../src/logger.js';
import { createTestDatabase, type TestDatabase } from './support/database.js';

let test: TestDatabase;
let database: Database;
let directory: string;
beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase(test.config, { logger: silentLogger, entities: [] });
});
afterAll(async () => {
  await database.close();
  await test.close();
});
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'relaydesk-migrations-'));
});
afterEach(async () => {
  rmSync(directory, { recursive: true });
  await database.dataSource.query(`drop table if exists stamp; delete from schema_migration where name like '9%'`);
});

const write = (name: string, sql: string) => writeFileSync(join(directory, `${name}.sql`), sql);
const run = () => migrate(database.dataSource, pathToFileURL(`${directory}/`));
const stamps = async () =>
  (await database.dataSource.query<{ text: string }[]>('select text from stamp')).map(({ text }) => text);

describe('the desk’s own migrations', () => {
  it('have nothing left to do on a migrated database', async () => {
    expect(await migrate(database.dataSource)).toEqual([]);
  });
});

describe('a migration', () => {
  it('is applied once, in the order of the numbers', async () => {
    write('9002-fill', `insert into stamp values ('second')`);
    write('9001-create', `create table stamp (text text); insert into stamp values ('first')`);
    expect(await run()).toEqual(['9001-create', '9002-fill']);
    expect(await run()).toEqual([]);
    expect(await stamps()).toEqual(['first', 'second']);
  });

  it('is applied by one of several that start at once', async () => {
    write('9001-create', `create table stamp (text text); insert into stamp values ('first')`);
    write('9002-fill', `insert into stamp values ('second')`);
    const applied = await Promise.all([run(), run(), run(), run()]);
    expect(applied.flat().sort()).toEqual(['9001-create', '9002-fill']);
    expect(await stamps()).toEqual(['first', 'second']);
  });

  it('leaves nothing behind when it fails, and can be tried again', async () => {
    write('9001-create', `create table stamp (text text); select 1 / 0`);
    await expect(run()).rejects.toThrow('division by zero');
    write('9001-create', `create table stamp (text text)`);
    expect(await run()).toEqual(['9001-create']);
  });

  it('must not change once it is applied, but for the ends of its lines', async () => {
    write('9001-create', 'create table stamp\n(text text)');
    await run();
    write('9001-create', 'create table stamp\r\n(text text)');
    expect(await run()).toEqual([]);
    write('9001-create', 'create table stamp\n(text text, more text)');
    await expect(run()).rejects.toThrow('The migration 9001-create was changed after this database had applied it');
  });
});

describe('a database that a newer version has migrated', () => {
  it('is used as it is, so that two versions can run side by side', async () => {
    write('9001-create', 'create table stamp (text text)');
    await run();
    rmSync(join(directory, '9001-create.sql'));
    expect(await run()).toEqual([]);
  });

  it('is refused when the newer migration says that it breaks with older versions', async () => {
    write('9001-create', '-- breaking: older versions cannot read this\ncreate table stamp (text text)');
    await run();
    rmSync(join(directory, '9001-create.sql'));
    await expect(run()).rejects.toThrow('A newer version has migrated this database (9001-create)');
  });
});
