import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { verifyStats } from '../src/stats/stats-verify.js';
import { runCommand } from './support/command.js';
import { createTestDatabase, type TestDatabase, withDataSource } from './support/database.js';
import { databaseVariables } from './support/server-process.js';
import { signed } from './support/signature.js';
import { workDirectory } from './support/work-directory.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const verify = (...args: string[]) =>
  runCommand('stats:verify', args, {
    folder: workDirectory(),
    env: { DATABASE_URL: '', ...databaseVariables(database.config) },
  });

const onDatabase = <T>(work: (dataSource: DataSource) => Promise<T>) => withDataSource(database, work);

test('counters that somebody changed are told, repaired, and then are what a full count gives', async () => {
  await onDatabase(async (dataSource) => {
    await dataSource.query(
      signed(`insert into ticket (title, description, category, priority, created_at)
      select 'Ticket', 'Counted.', 'billing', 'low', timestamptz '2026-02-01T12:00Z' + n * interval '1 day'
      from generate_series(1, 10) n`),
    );
    await dataSource.query('select fold_ticket_counts()');
  });
  expect(await verify('--check')).toMatchObject({ code: 0, output: 'Every counter is what a full count gives.\n' });

  await onDatabase(async (dataSource) => {
    await dataSource.query('update ticket_count set count = count + 3');
    await dataSource.query(`delete from ticket_day where day = '2026-02-04'`);
  });
  const wrong = ['billing, low, open: 3 too many', '2026-02-04: 1 too few'];
  const checked = await verify('--check');
  expect(checked.code).toBe(1);
  for (const line of wrong) expect(checked.output).toContain(line);
  const repaired = await verify();
  expect(repaired).toMatchObject({
    code: 0,
    output: expect.stringContaining('2 counters were wrong and are repaired'),
  });

  expect(await verify('--check')).toMatchObject({ code: 0 });
  const now = await onDatabase((dataSource) =>
    dataSource.query(
      'select (select sum(count)::int from ticket_count_now) as cells, (select sum(count)::int from ticket_day_now) as days',
    ),
  );
  expect(now).toEqual([{ cells: 10, days: 10 }]);
});

test('an unknown option is refused with how to call it', async () => {
  expect(await verify('--fix')).toMatchObject({
    code: 1,
    errors: expect.stringContaining('Usage: npm run stats:verify'),
  });
});

test('two repairs at a time repair once', async () => {
  await onDatabase(async (dataSource) => {
    // Enough that a comparison takes as long as it takes the others to begin theirs.
    await dataSource.query(
      signed(`insert into ticket (title, description, category, priority)
      select 'Ticket', 'Counted.', 'billing', 'low' from generate_series(1, 20000) n`),
    );
    await dataSource.query(`insert into ticket_day_delta values ('2026-02-03', 5)`);
    const atOnce = (repair: boolean) => Promise.all([1, 2, 3, 4].map(() => verifyStats(dataSource, { repair })));
    // The first time opens the connections, so that the second time nobody waits for one.
    await atOnce(false);
    const found = await atOnce(true);
    expect(found.filter((differences) => differences.length > 0)).toEqual([[{ counter: '2026-02-03', missing: -5 }]]);
    expect(await verifyStats(dataSource, { repair: false })).toEqual([]);
  });
});
