import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startDesk, type TestDesk } from './support/desk.js';
import { findPostgres, startPostgres, type TestServer } from './support/postgres-server.js';
import { statementsDuring } from './support/statements.js';

const installation = findPostgres();
(installation && process.env.TEST_DATABASE_URL ? describe : describe.skip)('a desk with a streaming standby', () => {
  let primary: TestServer;
  let standby: TestServer;
  let desk: TestDesk;
  const openDesk = () => {
    const location = { kind: 'server', url: primary.url, replicaUrl: standby.url } as const;
    const config = { location, poolSize: 4, prepared: true, statementTimeoutMs: 30_000 };
    return startDesk({}, { config, close: async () => undefined });
  };
  beforeAll(async () => {
    if (!installation) return;
    primary = await startPostgres(installation);
    standby = await startPostgres(installation, { primary });
    desk = await openDesk();
  }, 60_000);
  afterAll(async () => {
    await desk.close();
    await standby.remove();
    await primary.remove();
  });

  const portOf = ({ url }: TestServer) => Number(new URL(url).port);
  const list = '{ tickets(first: 100) { edges { node { title } } } }';
  type List = { tickets: { edges: { node: { title: string } }[] } };

  const create = async (title: string) => {
    const { status } = await desk.rest('POST', '/api/tickets/', { title, description: 'Seen at once.' });
    expect(status).toBe(201);
  };

  /** The titles that a list shows, and whether the standby answered it. */
  async function titles() {
    const { answer, statements } = await statementsDuring(() => desk.graphql<List>(list));
    const { port } = statements.find(({ text }) => /from ticket\b/.test(text)) ?? { port: 0 };
    return {
      titles: answer.data.tickets.edges.map(({ node }) => node.title),
      isFromStandby: port === portOf(standby),
    };
  }

  async function untilFromStandby(): Promise<void> {
    while (!(await titles()).isFromStandby);
  }

  async function onStandby(text: string): Promise<void> {
    const client = new pg.Client({ connectionString: standby.url });
    await client.connect();
    await client.query(text);
    await client.end();
  }

  it('reads from the standby', async () => {
    await create('First');
    await untilFromStandby();
    expect(await titles()).toEqual({ titles: ['First'], isFromStandby: true });
  });

  it('shows every ticket in the read after its creation', async () => {
    for (let index = 0; index < 30; index++) {
      const title = `Ticket ${index}`;
      await create(title);
      expect((await titles()).titles[0]).toBe(title);
      const { data } = await desk.graphql<{ ticketStats: { totalCount: number } }>('{ ticketStats { totalCount } }');
      expect(data.ticketStats.totalCount).toBe(index + 2);
    }
  });

  it('reads from the primary while the standby is behind, and from the standby once it is not', async () => {
    await onStandby('select pg_wal_replay_pause()');
    await create('While the standby stands still');
    expect(await titles()).toMatchObject({
      titles: expect.arrayContaining(['While the standby stands still']),
      isFromStandby: false,
    });
    await onStandby('select pg_wal_replay_resume()');
    await untilFromStandby();
  });

  it('answers every request while the standby crashes, and uses it again after its return', async () => {
    await untilFromStandby();
    const reads = Array.from({ length: 40 }, () => desk.graphql<List>(list));
    await standby.crash();
    for (const { errors } of await Promise.all(reads)) expect(errors).toBeUndefined();
    await create('While the standby is away');
    expect((await titles()).titles).toContain('While the standby is away');
    await standby.start();
    await untilFromStandby();
  }, 30_000);

  it('starts without its standby, and uses it once it is there', async () => {
    await desk.close();
    await standby.stop();
    desk = await openDesk();
    await create('Before the standby is there');
    expect(await titles()).toMatchObject({ isFromStandby: false });
    await standby.start();
    await untilFromStandby();
    expect((await titles()).titles[0]).toBe('Before the standby is there');
  }, 30_000);
});
