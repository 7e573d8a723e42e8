import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from './support/database.js';
import {
  databaseVariables,
  killServers,
  launchServer,
  type ServerProcess,
  startServer,
} from './support/server-process.js';

afterEach(killServers);

test('the embedded database refuses several processes, with what to do', async () => {
  const { code, errors } = await launchServer({ WORKERS: '2', DATA_DIR: '/nowhere' }).exited;
  expect(code).toBe(1);
  expect(errors).toContain('WORKERS above 1 needs a PostgreSQL server: set DATABASE_URL');
});

(process.env.TEST_DATABASE_URL ? describe : describe.skip)('three processes behind one port', () => {
  let database: TestDatabase;
  let desk: ServerProcess;
  beforeEach(async () => {
    database = await createTestDatabase();
    desk = await startServer({ ...databaseVariables(database.config), WORKERS: '3' });
  });
  afterEach(async () => {
    await killServers();
    await database.close();
  });

  it('answer as one desk', async () => {
    const titles = Array.from({ length: 30 }, (_, index) => `Ticket ${index}`);
    const statuses = await Promise.all(titles.map((title) => create(desk.url, title)));
    expect(new Set(statuses)).toEqual(new Set([201]));
    expect((await listed(desk.url)).sort()).toEqual(titles.sort());
  });

  it('lose nothing that was acknowledged when one is killed, and are three again', async () => {
    const before = workersOf(desk);
    expect(before).toHaveLength(3);
    const acknowledged: string[] = [];
    let isOver = false;
    const write = async (writer: number) => {
      for (let index = 0; !isOver; index++) {
        const title = `Ticket ${writer}.${index}`;
        // The killed one's connections break; the next request reaches another.
        if ((await create(desk.url, title).catch(() => null)) === 201) acknowledged.push(title);
      }
    };
    const writers = [1, 2, 3, 4].map(write);
    await until(() => acknowledged.length > 20);
    const [victim = 0] = before;
    process.kill(victim, 'SIGKILL');
    await until(() => !workersOf(desk).includes(victim) && workersOf(desk).length === 3);
    isOver = true;
    await Promise.all(writers);
    const kept = new Set(await listed(desk.url));
    expect(acknowledged.filter((title) => !kept.has(title))).toEqual([]);
  });

  it('end together when the first one is told to, and none takes a ticket in without saying so', async () => {
    const pids = workersOf(desk);
    const titles = Array.from({ length: 40 }, (_, index) => `Ticket ${index}`);
    // Who comes after the farewell is told 503, or finds nobody.
    const answers = titles.map(async (title) => ({ title, status: await create(desk.url, title).catch(() => null) }));
    await Promise.race(answers);
    desk.child.kill('SIGTERM');
    expect(await desk.exited).toMatchObject({ code: 0, signal: null });
    expect(pids.filter(isAlive)).toEqual([]);
    const acknowledged = (await Promise.all(answers)).filter(({ status }) => status === 201);
    expect(acknowledged).not.toEqual([]);
    const { url } = await startServer(databaseVariables(database.config));
    expect((await listed(url)).sort()).toEqual(acknowledged.map(({ title }) => title).sort());
  });
});

(process.env.TEST_DATABASE_URL ? test : test.skip)(
  'a process that dies at its start keeps no other waiting',
  async () => {
    const database = await createTestDatabase();
    const { child, output, exited } = launchServer({ ...databaseVariables(database.config), WORKERS: '3' });
    await until(() => workersOf({ child }).length === 3);
    process.kill(workersOf({ child }).at(-1) ?? 0, 'SIGKILL');
    await until(() => output.some((line) => line.includes('Processes 3')));
    child.kill('SIGTERM');
    expect(await exited).toMatchObject({ code: 0 });
    await database.close();
  },
);

async function create(url: string, title: string): Promise<number> {
  const answer = await fetch(`${url}/api/tickets/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title, description: 'Kept.', category: 'general', priority: 'low' }),
    // Node's cluster forgets a connection that was on its way to a process when that was killed.
    signal: AbortSignal.timeout(20_000),
  });
  await answer.arrayBuffer();
  return answer.status;
}

async function listed(url: string): Promise<string[]> {
  const answer = await fetch(`${url}/api/tickets/`);
  return ((await answer.json()) as { title: string }[]).map(({ title }) => title);
}

/** Linux tells who started whom. */
function workersOf({ child: { pid } }: Pick<ServerProcess, 'child'>): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return children.trim().split(/\s+/).filter(Boolean).map(Number);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await delay(20);
}
