/** Answers that hold long texts: what they take of the process's memory, and that nobody waits for those who do not read. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from './support/database.js';
import { openConnection } from './support/raw-http.js';
import { databaseVariables, killServers, type ServerProcess, startServer } from './support/server-process.js';

const tickets = 500;
const longest = 100_000;
const readers = 80;
const mostGrowthMb = 300;

let database: TestDatabase;
let server: ServerProcess;
beforeAll(async () => {
  database = await createTestDatabase();
  const environment = {
    ...databaseVariables(database.config),
    RATE_LIMIT: 'off',
    LOG_LEVEL: 'error',
    NODE_OPTIONS: '--max-old-space-size=384',
  };
  server = await startServer(environment);
  const row = {
    title: 'Long',
    description: 'words '.repeat(longest / 6).padEnd(longest, '.'),
    category: 'general',
    priority: 'low',
  };
  const headers = { 'content-type': 'application/x-ndjson' };
  const body = `${JSON.stringify(row)}\n`.repeat(tickets);
  const answer = await fetch(`${server.url}/api/tickets/import/`, { method: 'POST', headers, body });
  expect((await answer.text()).trim().split('\n').at(-1)).toContain('"rejected":0');
  // Once read, so that what the process takes for good is in the figure before.
  await (await fetch(`${server.url}/api/tickets/`)).arrayBuffer();
});

const stalled = new Set<Socket>();
afterEach(() => {
  for (const socket of stalled) socket.destroy();
  stalled.clear();
});
afterAll(async () => {
  await killServers();
  await database.close();
});

/** What the process takes of the machine's memory. */
function memoryMb(): number {
  const status = readFileSync(`/proc/${server.child.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

/** Asks, waits for the first bytes, and reads no further. */
async function stall(request: string): Promise<Socket> {
  const socket = await openConnection(server.url);
  stalled.add(socket);
  socket.write(request);
  await once(socket, 'readable');
  return socket;
}

const get = (path: string) => `GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`;

async function ask(query: string): Promise<{ data: unknown; errors?: { message: string; extensions: object }[] }> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return answer.json() as ReturnType<typeof ask>;
}

const page = 'tickets(first: 100) { edges { node { description } } }';

test.each([
  ['the whole list', get('/api/tickets/'), readers],
  ['a large page', get('/api/tickets/?limit=1000'), readers],
  ['the export', get('/api/tickets/export.csv'), readers],
])('%s keeps within its memory however many do not read it, and then sends it whole', async (_what, request, count) => {
  const before = memoryMb();
  const sockets = await Promise.all(Array.from({ length: count }, () => stall(request)));
  const five = (await (await fetch(`${server.url}/api/tickets/?limit=5`)).json()) as { description: string }[];
  expect(five.map(({ description }) => description.length)).toEqual(Array(5).fill(longest));
  expect(memoryMb() - before).toBeLessThan(mostGrowthMb);
  let received = 0;
  const [socket] = sockets as [Socket];
  for await (const part of socket) received += (part as Buffer).length;
  expect(received).toBeGreaterThan(tickets * longest);
});

test('pages of GraphQL with their texts wait for each other rather than fill the memory', async () => {
  const before = memoryMb();
  let isDone = false;
  const asked = Promise.all(Array.from({ length: readers / 2 }, () => ask(`{ ${page} }`))).finally(() => {
    isDone = true;
  });
  let most = 0;
  while (!isDone) {
    await ask('{ tickets(first: 5) { edges { node { title } } } }');
    most = Math.max(most, memoryMb());
  }
  const answers = await asked;
  const whole = answers.filter(({ data }) => data !== null && JSON.stringify(data).length > 100 * longest);
  expect(whole.length).toBeGreaterThan(0);
  // On a slow machine the last ones may wait too long; then they are told to come back.
  for (const answer of answers) {
    if (!whole.includes(answer)) expect(answer.errors?.[0]?.extensions).toEqual({ code: 'UNAVAILABLE' });
  }
  expect(most - before).toBeLessThan(mostGrowthMb);
});

test('one answer that would hold too much is refused by name', async () => {
  const pages = Array.from({ length: 6 }, (_, index) => `page${index}: ${page}`);
  const { errors } = await ask(`{ ${pages.join(' ')} }`);
  expect(errors?.[0]).toMatchObject({
    message: '`first`: The texts in this answer exceed 48 MB. Ask for fewer rows at once.',
    extensions: { code: 'BAD_USER_INPUT' },
  });
});
