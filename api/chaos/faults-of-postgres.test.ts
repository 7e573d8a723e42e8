import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { startPostgres, type TestServer } from '../test/support/postgres-server.js';
import { killServers, type ServerProcess } from '../test/support/server-process.js';
import { expectNoInnerFailure, startBuiltDesk } from './support/built-desk.js';
import { postgres } from './support/chaos-database.js';
import { Load } from './support/load.js';
import { expectRecovery } from './support/recovery.js';
import { rounds } from './support/run.js';
import { TcpProxy } from './support/tcp-proxy.js';

/** What happens to the database server and to the way there, under load; the desk itself lives on. */
(postgres ? describe : describe.skip)('a desk whose PostgreSQL', () => {
  let server: TestServer;
  /** Of one test's own, in the server of all. */
  let url: string;
  let desk: ServerProcess;
  let proxy: TcpProxy | null = null;
  beforeAll(async () => {
    if (postgres) server = await startPostgres(postgres);
  });
  beforeEach(async () => {
    const name = `chaos_${randomBytes(4).toString('hex')}`;
    const client = await bystander(server.url);
    await client.query(`create database ${name}`);
    await client.end();
    url = Object.assign(new URL(server.url), { pathname: name }).href;
  });
  afterEach(async () => {
    Load.abandonAll();
    await killServers();
    await proxy?.close();
    proxy = null;
  });
  afterAll(() => server.remove());

  async function begin(environment: Record<string, string> = {}): Promise<Load> {
    desk = await startBuiltDesk({ DATABASE_URL: url, ...environment });
    return new Load(() => desk.url);
  }

  async function throughProxy(): Promise<TcpProxy> {
    proxy = await TcpProxy.start(url);
    return proxy;
  }

  async function end(load: Load): Promise<void> {
    await load.finish();
    expectNoInnerFailure(desk);
  }

  /** A session of somebody else's. */
  async function bystander(connectionString = url): Promise<pg.Client> {
    const client = new pg.Client({ connectionString });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  test('is killed answers 503 meanwhile, and goes on by itself when the server is back', async () => {
    const load = await begin();
    for (let round = 0; round < rounds; round++) {
      await load.progress(60);
      await server.kill();
      await expectRecovery('kill -9 of PostgreSQL', load, () => server.start());
    }
    await end(load);
    expect(load.setbacks.get('503')).toBeGreaterThan(0);
  });

  test('loses one of its processes, and with it all sessions, goes on with fresh ones', async () => {
    const load = await begin();
    for (let round = 0; round < rounds; round++) {
      await load.progress(60);
      const watcher = await bystander();
      const { rows } = await watcher.query<{ pid: number }>(
        `select pid from pg_stat_activity where application_name = 'relaydesk' limit 1`,
      );
      await expectRecovery('kill -9 of a session', load, async () => {
        process.kill(rows[0]?.pid ?? 0, 'SIGKILL');
      });
      await watcher.end().catch(() => undefined);
    }
    await end(load);
  });

  test('loses connections in mid-transaction, at any step of it, does each write once and wholly', async () => {
    const way = await throughProxy();
    const load = await begin({ DATABASE_URL: way.url });
    let transactions = 0;
    // Every seventh, each time a step later; first with its last message lost, then with the answer to it.
    way.plan = () => {
      if (++transactions % 7 > 0) return null;
      return { step: Math.floor(way.cuts / 2) % 8, isDelivered: way.cuts % 2 === 1 };
    };
    while (way.cuts < 32 * rounds) await load.progress(10);
    await expectRecovery(`${way.cuts} connections cut in mid-transaction`, load, async () => {
      way.plan = () => null;
    });
    await end(load);
  });

  test('falls silent keeps nobody waiting for ever, and goes on over fresh connections', async () => {
    const way = await throughProxy();
    const load = await begin({ DATABASE_URL: way.url, DATABASE_STATEMENT_TIMEOUT_MS: '1000' });
    for (let round = 0; round < rounds; round++) {
      await load.progress(60);
      way.silence();
      const known = load.setbacks.get('503') ?? 0;
      const isTold = () => (load.setbacks.get('503') ?? 0) > known;
      expect((await fetch(`${desk.url}/readyz`)).status).toBe(503);
      expect((await fetch(`${desk.url}/healthz`)).status).toBe(200);
      while (!isTold()) await delay(50);
      await expectRecovery('silence of PostgreSQL', load, async () => way.restore());
    }
    await end(load);
  });

  test('is locked refuses whom it cannot serve, lets no queue grow, and goes on when the lock is gone', async () => {
    const load = await begin({ DATABASE_POOL_SIZE: '2', DATABASE_STATEMENT_TIMEOUT_MS: '2000' });
    await load.progress(60);
    const holder = await bystander();
    await holder.query('begin; lock table ticket in access exclusive mode');
    const flood = Array.from({ length: 1_500 }, async () => {
      const { status, headers } = await fetch(`${desk.url}/api/tickets/?limit=1`);
      return `${status}, again after ${headers.get('retry-after')} s`;
    });
    // What is beyond the queue is refused before anything else can have been.
    expect(await Promise.race(flood)).toBe('503, again after 2 s');
    expect((await fetch(`${desk.url}/healthz`)).status).toBe(200);
    expect(new Set(await Promise.all(flood))).toEqual(new Set(['503, again after 2 s']));
    await expectRecovery('a locked table and a full pool', load, async () => void (await holder.query('rollback')));
    await holder.end();
    await end(load);
  });

  test('has no connection left answers 503, and goes on when there are some', async () => {
    const load = await begin();
    await load.progress(60);
    const crowd: pg.Client[] = [await bystander()];
    const fill = async () => {
      for (;;) crowd.push(await bystander());
    };
    await expect(fill()).rejects.toMatchObject({ code: '53300' });
    await crowd[0]?.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'relaydesk'`,
    );
    await expect(fill()).rejects.toMatchObject({ code: '53300' });
    while (!load.setbacks.has('503')) await delay(50);
    await expectRecovery('no connection left', load, async () => {
      await Promise.all(crowd.map((client) => client.end()));
    });
    await end(load);
  });
});
