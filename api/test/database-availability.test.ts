import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { DatabaseConfig } from '../src/config.js';
import { type Database, openDatabase } from '../src/database/data-source.js';
import { isRetryable, isTimeout, isUnavailable, violatedConstraint } from '../src/database/database-error.js';
import { DatabaseStartError } from '../src/database/database-start-error.js';
import { textRows } from '../src/database/reads/text-rows.js';
import { BoundedPool } from '../src/database/server/bounded-pool.js';
import { inTransaction } from '../src/database/transaction.js';
import { silentLogger } from '../src/logger.js';
import { encodeGlobalId } from '../src/relay/global-id.js';
import { createTestDatabase, type TestDatabase } from './support/database.js';
import { startDesk } from './support/desk.js';
import { findPostgres, startPostgres, type TestServer } from './support/postgres-server.js';

const open = (config: DatabaseConfig) => openDatabase(config, { logger: silentLogger, entities: [] });

/** What a promise was rejected with. */
const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

describe('a database under load', () => {
  let test: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    test = await createTestDatabase();
    database = await open({ ...test.config, poolSize: 1 });
  });
  afterAll(async () => {
    await database.close();
    await test.close();
  });

  it('refuses at once, as unavailable, when too many already wait for a connection', async () => {
    const holder = database.dataSource.createQueryRunner();
    await holder.connect();
    const waiting = Array.from({ length: BoundedPool.maxWaiting }, () => database.dataSource.query('select 1'));
    expect(isUnavailable(await failure(database.dataSource.query('select 1')))).toBe(true);
    await holder.release();
    expect(await Promise.all(waiting)).toHaveLength(BoundedPool.maxWaiting);
  });

  it('tells a refused row by its constraint', async () => {
    await database.dataSource.query(
      'create table refusing (number int, constraint number_positive check (number > 0))',
    );
    const error = await failure(database.dataSource.query('insert into refusing values (0)'));
    expect(violatedConstraint(error)).toEqual({ sqlState: '23514', constraint: 'number_positive' });
    expect(isUnavailable(error)).toBe(false);
  });

  it('does not take a mistake in a query for an outage', async () => {
    const error = await failure(database.dataSource.query('select nothing from nowhere'));
    expect([isUnavailable(error), isRetryable(error), isTimeout(error), violatedConstraint(error)]).toEqual([
      false,
      false,
      false,
      null,
    ]);
  });
});

const installation = findPostgres();
(installation ? describe : describe.skip)('a PostgreSQL server', () => {
  let server: TestServer;
  let config: DatabaseConfig;
  beforeAll(async () => {
    if (installation) server = await startPostgres(installation);
    config = at(server.url);
  });
  afterAll(() => server.remove());

  const at = (url: string): DatabaseConfig => ({
    location: { kind: 'server', url, replicaUrl: null },
    poolSize: 4,
    prepared: true,
    statementTimeoutMs: 300,
  });
  const changed = (change: (url: URL) => void) => {
    const url = new URL(server.url);
    change(url);
    return at(url.href);
  };

  it('is used by two processes that start at once on an empty database', async () => {
    const [one, other] = await Promise.all([open(config), open(config)]);
    expect(await one.dataSource.query('select count(*)::int as count from ticket')).toEqual([{ count: 0 }]);
    await Promise.all([one.close(), other.close()]);
  });

  it('is refused at once, in a sentence without the password, when it refuses us', async () => {
    const password = await failure(
      open(
        changed((url) => {
          url.password = 'hunter2';
        }),
      ),
    );
    expect(password).toBeInstanceOf(DatabaseStartError);
    expect(String(password)).toContain('refused the user name or password');
    expect(String(password)).not.toContain('hunter2');

    const database = await failure(
      open(
        changed((url) => {
          url.pathname = '/nowhere';
        }),
      ),
    );
    expect(database).toBeInstanceOf(DatabaseStartError);
    expect(String(database)).toContain('has no database of that name');
  });

  it('is waited for while it is not up yet', async () => {
    await server.stop();
    const waits: unknown[] = [];
    const opening = openDatabase(config, {
      entities: [],
      logger: {
        ...silentLogger,
        info(message: unknown) {
          if (waits.push(message) === 1) void server.start();
        },
      },
    });
    await (await opening).close();
    expect(waits[0]).toContain('Waiting for PostgreSQL at 127.0.0.1:');
  });

  it('stops a statement that runs too long, which is not an outage', async () => {
    const database = await open(config);
    const error = await failure(database.dataSource.query('select pg_sleep(10)'));
    expect([isTimeout(error), isUnavailable(error)]).toEqual([true, false]);
    await database.close();
  });

  it('is told as too slow at either door, as a reason to try again, where a lock is held too long', async () => {
    const desk = await startDesk({}, { config, close: async () => undefined });
    const { body } = await desk.rest<{ id: number }>('POST', '/api/tickets/', { title: 'a', description: 'b' });
    const holder = new pg.Client({ connectionString: server.url });
    await holder.connect();
    await holder.query('begin');
    await holder.query('select from ticket for update');

    const refused = await desk.rest('PATCH', `/api/tickets/${body.id}/`, { title: 'c' });
    expect(refused).toMatchObject({ status: 503, body: { detail: 'The database took too long. Try again.' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const id = encodeGlobalId('Ticket', body.id);
    const change = 'mutation ($id: ID!) { updateTicket(input: { id: $id, title: "c" }) { ticket { id } } }';
    const { errors } = await desk.graphql(change, { id });
    expect(errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }]);
    await holder.end();
    await desk.close();
  });

  it('is unavailable while it is down, in a transaction too, and used again when it is back', async () => {
    const database = await open(config);
    await database.dataSource.query('create table kept (number int)');
    const interrupted = failure(
      database.dataSource.transaction(async (manager) => {
        await manager.query('insert into kept values (1)');
        await server.crash();
        await manager.query('insert into kept values (2)');
      }),
    );
    expect(isUnavailable(await interrupted)).toBe(true);
    expect(isUnavailable(await failure(database.dataSource.query('select 1')))).toBe(true);

    await server.start();
    expect(await database.dataSource.query('select * from kept')).toEqual([]);
    await database.close();
  });

  it('is unavailable where a session is killed in the middle of a raw read', async () => {
    const { dataSource, close } = await open({ ...config, statementTimeoutMs: 20_000 });
    const asleep = `select pid from pg_stat_activity where query = 'select pg_sleep(10)' and state = 'active'`;
    const read = failure(textRows(dataSource, { text: 'select pg_sleep(10)', values: [] }));
    let sessions: { pid: number }[] = [];
    while (sessions.length === 0) sessions = await dataSource.query(asleep);
    for (const { pid } of sessions) process.kill(pid, 'SIGKILL');
    expect(isUnavailable(await read)).toBe(true);
    await close();
  });

  it('lets both of two transactions that deadlock succeed, for the one that is undone is run again', async () => {
    const { dataSource, close } = await open({ ...config, statementTimeoutMs: 20_000 });
    await dataSource.query('create table tally as select number, 0 as count from generate_series(1, 2) as number');
    const bothHold = Promise.withResolvers<void>();
    let runs = 0;
    const count = (first: number, second: number) =>
      inTransaction(dataSource, async (manager) => {
        await manager.query('update tally set count = count + 1 where number = $1', [first]);
        if (++runs === 2) bothHold.resolve();
        await bothHold.promise;
        await manager.query('update tally set count = count + 1 where number = $1', [second]);
      });
    await Promise.all([count(1, 2), count(2, 1)]);
    // The one that is run again can lose the same race once more before the other has committed.
    expect(runs).toBeGreaterThanOrEqual(3);
    expect(await dataSource.query('select count from tally')).toEqual([{ count: 2 }, { count: 2 }]);
    await close();
  });

  it('tells a deadlock as something to try again', async () => {
    const { dataSource, close } = await open({ ...config, statementTimeoutMs: 20_000 });
    await dataSource.query('create table pair as select number from generate_series(1, 2) as number');
    const lock = 'select from pair where number = $1 for update';
    const bothHold = Promise.withResolvers<void>();
    let holders = 0;
    const take = (first: number, second: number) =>
      dataSource.transaction(async (manager) => {
        await manager.query(lock, [first]);
        if (++holders === 2) bothHold.resolve();
        await bothHold.promise;
        await manager.query(lock, [second]);
      });
    const errors = await Promise.all([failure(take(1, 2)), failure(take(2, 1))]);
    expect(errors.filter(isRetryable)).toHaveLength(1);
    await close();
  });
});
