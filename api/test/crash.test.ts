import { afterEach, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from './support/database.js';
import { databaseVariables, killServers, type ServerProcess, startServer } from './support/server-process.js';

let database: TestDatabase;
afterEach(async () => {
  await killServers();
  await database.close();
});

type Ticket = { id: number; title: string; status: string };

async function send(url: string, method: string, path: string, body: object | null, key?: string) {
  const answer = await fetch(url + path, {
    method,
    headers: { 'content-type': 'application/json', ...(key ? { 'idempotency-key': key } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, body: (await answer.json()) as Ticket };
}

/** Creates and resolves tickets until the server is gone. Answers the titles whose creation was acknowledged. */
async function writeUntilDeath(url: string, writer: number, acknowledged: Set<string>): Promise<void> {
  for (let index = 0; ; index++) {
    const title = `Ticket ${writer}.${index}`;
    try {
      const { status, body } = await send(url, 'POST', '/api/tickets/', { title, description: 'Kept.' }, title);
      if (status !== 201) return;
      acknowledged.add(title);
      if (index % 3 === 0) await send(url, 'PATCH', `/api/tickets/${body.id}/`, { status: 'resolved' });
    } catch {
      return;
    }
  }
}

/** Waits for the condition, or for the end of all writers, after which it cannot come true. */
async function until(condition: () => boolean, writers: Promise<void>[]): Promise<void> {
  let isOver = false;
  void Promise.all(writers).then(() => {
    isOver = true;
  });
  while (!condition() && !isOver) await new Promise(setImmediate);
  expect(condition()).toBe(true);
}

async function countsOf(url: string) {
  const tickets = (await (await fetch(`${url}/api/tickets/`)).json()) as Ticket[];
  const stats = (await (await fetch(`${url}/api/tickets/stats/`)).json()) as Record<string, unknown>;
  return { tickets, stats };
}

/** What happened to each ticket, by its number. */
async function trailsOf(url: string): Promise<Map<number, string[]>> {
  type Events = { edges: { node: { type: string } }[] };
  type Page = {
    edges: { node: { number: number; events: Events } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
  const query = `query ($after: String) { tickets(first: 100, after: $after) {
    edges { node { number events(first: 5) { edges { node { type } } } } } pageInfo { hasNextPage endCursor } } }`;
  const trails = new Map<number, string[]>();
  for (let after: string | null = '', isMore = true; isMore; ) {
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { after: after || null } }),
    });
    const { tickets } = ((await answer.json()) as { data: { tickets: Page } }).data;
    for (const { node } of tickets.edges)
      trails.set(
        node.number,
        node.events.edges.map((edge) => edge.node.type),
      );
    ({ hasNextPage: isMore, endCursor: after } = tickets.pageInfo);
  }
  return trails;
}

async function expectSound(url: string, acknowledged: ReadonlySet<string>): Promise<void> {
  const { tickets, stats } = await countsOf(url);
  const titles = tickets.map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
  expect([...acknowledged].filter((title) => !titles.includes(title))).toEqual([]);
  const resolved = tickets.filter(({ status }) => status === 'resolved');
  expect(stats).toMatchObject({
    total_tickets: tickets.length,
    status_breakdown: { resolved: resolved.length, open: tickets.length - resolved.length },
  });
  const trails = await trailsOf(url);
  for (const { id, status } of tickets) {
    expect(trails.get(id)?.toSorted()).toEqual(status === 'resolved' ? ['CHANGED', 'CREATED'] : ['CREATED']);
  }
}

test('a desk killed in mid-write keeps every acknowledged ticket once, with its trail, and a retry doubles none', async () => {
  database = await createTestDatabase();
  const variables = databaseVariables(database.config);
  const acknowledged = new Set<string>();
  for (let round = 0; round < 2; round++) {
    const server: ServerProcess = await startServer(variables);
    const writers = Array.from({ length: 4 }, (_, writer) =>
      writeUntilDeath(server.url, round * 10 + writer, acknowledged),
    );
    await until(() => acknowledged.size >= (round + 1) * 20, writers);
    server.child.kill('SIGKILL');
    await Promise.all([...writers, server.exited]);
  }

  const server = await startServer(variables);
  await expectSound(server.url, acknowledged);
  const titles = [...acknowledged];
  for (const title of titles.slice(-8)) {
    const retried = await send(server.url, 'POST', '/api/tickets/', { title, description: 'Kept.' }, title);
    expect(retried).toMatchObject({ status: 201, body: { title } });
  }
  await expectSound(server.url, acknowledged);
});

test('a desk that is told to stop under load loses no acknowledged ticket and ends by itself', async () => {
  database = await createTestDatabase();
  const variables = databaseVariables(database.config);
  const acknowledged = new Set<string>();
  const server = await startServer(variables);
  const writers = Array.from({ length: 4 }, (_, writer) => writeUntilDeath(server.url, writer, acknowledged));
  await until(() => acknowledged.size >= 20, writers);
  server.child.kill('SIGTERM');
  await Promise.all(writers);
  expect(await server.exited).toMatchObject({ code: 0, signal: null });
  const again = await startServer(variables);
  await expectSound(again.url, acknowledged);
});
