import { afterEach, expect, test } from '@jest/globals';
import { createEmbeddedTestDatabase } from './support/database.js';
import { databaseVariables, killServers, startServer } from './support/server-process.js';

afterEach(killServers);

test('a desk that is told more than once to stop, as npm does on one Ctrl-C, still closes its database', async () => {
  const database = await createEmbeddedTestDatabase();
  const { child, exited } = await startServer(databaseVariables(database.config));
  const again = setInterval(() => child.kill('SIGINT'), 2);
  expect(await exited.finally(() => clearInterval(again))).toMatchObject({ code: 0, signal: null });
  await database.close();
});
