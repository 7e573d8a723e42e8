import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { killServers, type ServerProcess } from '../test/support/server-process.js';
import { settledMemory, startBuiltDesk } from './support/built-desk.js';
import { type ChaosDatabase, createChaosDatabase } from './support/chaos-database.js';
import { send } from './support/http-client.js';

let database: ChaosDatabase;
let desk: ServerProcess;
beforeAll(async () => {
  database = await createChaosDatabase();
  desk = await startBuiltDesk(database.variables);
});
afterAll(async () => {
  await killServers();
  await database.close();
});

async function ask(query: string): Promise<void> {
  const headers = { host: 'localhost', 'content-type': 'application/json' };
  const { status } = await send(desk.url, {
    method: 'POST',
    path: '/graphql',
    headers,
    body: JSON.stringify({ query }),
  });
  expect(status).toBe(200);
}

test('documents that differ in their comments alone leave nothing behind, however long they are', async () => {
  const comment = (length: number) => `{ ticketStats { totalCount } } # ${Math.random()}${'x'.repeat(length)}`;
  for (let index = 0; index < 20; index++) await ask(comment(500_000));
  const before = await settledMemory(desk);
  for (let index = 0; index < 100; index++) await ask(comment(500_000));
  const after = await settledMemory(desk);
  expect(after.heapUsed - before.heapUsed).toBeLessThan(10_000_000);
});
