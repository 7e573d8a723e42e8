import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createEmbeddedTestDatabase } from '../support/database.js';
import { answerOn, openConnection } from '../support/raw-http.js';
import { databaseVariables, killServers, type ServerProcess, startServer } from '../support/server-process.js';

let database: Awaited<ReturnType<typeof createEmbeddedTestDatabase>>;
let server: ServerProcess;
beforeEach(async () => {
  database = await createEmbeddedTestDatabase();
  server = await startServer(databaseVariables(database.config));
});
afterEach(async () => {
  await killServers();
  await database.close();
});

test('a desk that is told more than once to stop, as npm does on one Ctrl-C, still closes its database', async () => {
  const again = setInterval(() => server.child.kill('SIGINT'), 2);
  expect(await server.exited.finally(() => clearInterval(again))).toMatchObject({ code: 0, signal: null });
});

test.each([
  ['/api/', ''],
  ['/graphql?query={triageStatus{engine}}', 'apollo-require-preflight: 1\r\n'],
])('connections that are open when the desk is told to stop are served once more: %s', async (path, header) => {
  const request = `GET ${path} HTTP/1.1\r\nhost: localhost\r\n${header}`;
  const idle = await Promise.all(Array.from({ length: 5 }, () => openConnection(server.url)));
  const begun = await openConnection(server.url);
  begun.write(request);
  // An answer on each shows that the desk has fetched them.
  for (const socket of idle) {
    socket.write(`${request}\r\n`);
    await once(socket, 'data');
  }
  server.child.kill('SIGTERM');
  while ((await fetch(`${server.url}/readyz`)).status === 200);
  const answers = [...idle, begun].map(answerOn);
  for (const socket of idle) socket.write(`${request}\r\n`);
  begun.write('\r\n');
  for (const answer of await Promise.all(answers)) expect(answer.status).toBe(200);
  expect(await server.exited).toMatchObject({ code: 0, signal: null });
});
