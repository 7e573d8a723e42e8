import { afterEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { startPostgres, type TestServer } from '../test/support/postgres-server.js';
import { killServers, type ServerProcess } from '../test/support/server-process.js';
import { expectNoInnerFailure, startBuiltDesk } from './support/built-desk.js';
import { postgres } from './support/chaos-database.js';
import { Follower, loadList } from './support/followers.js';
import { Load } from './support/load.js';
import { expectRecovery } from './support/recovery.js';
import { isShort, tell } from './support/run.js';

const processes = 4;
const writers = 16;
const followers = isShort ? 40 : 200;
const lists = [{}, { status: ['OPEN'] }, { status: ['RESOLVED'] }, { status: ['IN_PROGRESS'] }];

/** What happens between those who write and those who follow. */
(postgres ? describe : describe.skip)('subscribers on four processes', () => {
  let server: TestServer;
  afterEach(async () => {
    Load.abandonAll();
    await Follower.abandonAll();
    await killServers();
    await server.remove();
  });

  test('hold what a fresh load shows after a process was killed and PostgreSQL too, and were told nothing twice', async () => {
    if (postgres) server = await startPostgres(postgres);
    const begin = () => startBuiltDesk({ DATABASE_URL: server.url });
    const desks = [await begin()];
    desks.push(...(await Promise.all(Array.from({ length: processes - 1 }, begin))));
    const addressOf = (turn: number) => desks[turn % desks.length]?.url ?? '';
    const all = Array.from(
      { length: followers },
      (_, index) => new Follower(lists[index % lists.length] ?? {}, (attempt) => addressOf(index + attempt)),
    );
    await Promise.all(all.map((follower) => follower.begin()));

    const load = new Load(addressOf, { callers: writers });
    await load.progress(100);
    await expectRecovery('kill -9 of one process of four, with subscribers', load, async () => {
      const killed = desks.pop() as ServerProcess;
      killed.child.kill('SIGKILL');
      await killed.exited;
    });
    await load.progress(100);
    await server.kill();
    await expectRecovery('kill -9 of PostgreSQL, with subscribers', load, () => server.start());
    await load.progress(100);
    await load.finish();

    const shown = await Promise.all(lists.map((filter) => loadList(addressOf(0), filter)));
    for (const [index, follower] of all.entries()) {
      await follower.expectToHold(shown[index % lists.length]?.ids ?? new Set());
    }
    expect(all.flatMap(({ contradictions }) => contradictions)).toEqual([]);
    // Whoever never had to load anew was told each change once.
    const changes = await countChanges(server.url);
    const followedAll = all.filter(({ resyncs }, index) => resyncs === 0 && index % lists.length === 0);
    expect(new Set(followedAll.map(({ messages }) => messages))).toEqual(
      new Set(followedAll.length > 0 ? [changes] : []),
    );
    tell(
      `${followers} subscribers: ${changes} changes, ${all.filter(({ resyncs }) => resyncs > 0).length} had to load anew`,
    );
    for (const desk of desks) expectNoInnerFailure(desk);
  });
});

/** As messages count them: by transaction and ticket. */
async function countChanges(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ count: number }>(
    'select count(distinct (transaction, ticket_number))::int as count from ticket_event',
  );
  await client.end();
  return rows[0]?.count ?? 0;
}
