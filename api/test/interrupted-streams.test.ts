import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from './support/database.js';
import { openConnection } from './support/raw-http.js';
import { databaseVariables, killServers, type ServerProcess, startServer } from './support/server-process.js';

let database: TestDatabase;
let server: ServerProcess;
beforeEach(async () => {
  database = await createTestDatabase();
  // A process of its own: a rejection that nobody handles would end it.
  server = await startServer({ ...databaseVariables(database.config), RATE_LIMIT: 'off', LOG_LEVEL: 'error' });
});
afterEach(async () => {
  await killServers();
  await database.close();
});

// Far more than the connections of any pool.
const attempts = 12;
const rows = (count: number, description: string) =>
  `${JSON.stringify({ title: 'A', description, category: 'general', priority: 'low' })}\n`.repeat(count);

async function importRows(body: string): Promise<void> {
  const headers = { 'content-type': 'application/x-ndjson' };
  const answer = await fetch(`${server.url}/api/tickets/import/`, { method: 'POST', headers, body });
  expect((await answer.text()).trim().split('\n').at(-1)).toContain('"rejected":0');
}

async function expectHealthy(): Promise<number> {
  const stats = (await (await fetch(`${server.url}/api/tickets/stats/`)).json()) as { total_tickets: number };
  expect(server.child.exitCode).toBeNull();
  // A client that leaves is no failure of the desk's.
  expect(server.output.filter((line) => line.startsWith('{'))).toEqual([]);
  return stats.total_tickets;
}

test.each(['/api/tickets/', '/api/tickets/export.csv'])(
  'clients that leave in the middle of %s take no connection with them',
  async (path) => {
    await importRows(rows(1_000, 'x'.repeat(10_000)));
    for (let attempt = 0; attempt < attempts; attempt++) {
      const socket = await openConnection(server.url);
      socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`);
      await once(socket, 'data');
      // Some say goodbye, some vanish.
      if (attempt % 2) socket.destroy();
      else socket.resetAndDestroy();
    }
    expect(await expectHealthy()).toBe(1_000);
    const whole = (await (await fetch(`${server.url}/api/tickets/`)).json()) as unknown[];
    expect(whole).toHaveLength(1_000);
  },
);

test('clients that leave in the middle of an import take no connection with them', async () => {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const socket = await openConnection(server.url);
    const head = 'POST /api/tickets/import/ HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/x-ndjson';
    socket.write(`${head}\r\ncontent-length: 9000000\r\n\r\n${rows(1_100, 'x')}{"title":"half`);
    await once(socket, 'data');
    if (attempt % 2) socket.destroy();
    else socket.resetAndDestroy();
  }
  // Whole batches and nothing of the row that was cut.
  const before = await expectHealthy();
  expect(before % 100).toBe(0);
  await importRows(rows(10, 'y'));
  expect(await expectHealthy()).toBeGreaterThanOrEqual(before + 10);
});

test.each([
  ['cut off by its sender', { body: rows(3, 'x'), more: 500, after: '' }],
  ['followed by bytes that are no request', { body: rows(3, 'x'), more: 0, after: 'HELLO\r\n\r\n' }],
])('an import that is %s is no failure of the desk', async (_how, { body, more, after }) => {
  const head = 'POST /api/tickets/import/ HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/x-ndjson';
  const socket = await openConnection(server.url);
  const left = once(socket.resume(), 'close');
  socket.end(`${head}\r\ncontent-length: ${body.length + more}\r\n\r\n${body}${after}`);
  await left;
  await expectHealthy();
});
