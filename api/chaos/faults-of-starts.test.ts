import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { startPostgres, type TestServer } from '../test/support/postgres-server.js';
import { killServers, type ServerProcess } from '../test/support/server-process.js';
import { expectNoInnerFailure, startBuiltDesk } from './support/built-desk.js';
import { postgres } from './support/chaos-database.js';
import { Load } from './support/load.js';
import { expectRecovery } from './support/recovery.js';

/** Two processes that start at the same moment where nothing has been made yet. */
let server: TestServer | null = null;
let directory: string | null = null;
afterEach(async () => {
  Load.abandonAll();
  await killServers();
  await server?.remove();
  if (directory) rmSync(directory, { recursive: true });
  [server, directory] = [null, null];
});

(postgres ? test : test.skip)('two desks that start at once on an empty PostgreSQL are one desk', async () => {
  if (postgres) server = await startPostgres(postgres);
  const start = () => startBuiltDesk({ DATABASE_URL: server?.url ?? '' });
  const desks: ServerProcess[] = await Promise.all([start(), start()]);
  const load = new Load((caller) => desks[caller % desks.length]?.url ?? '');
  await load.progress(100);
  const [killed] = desks;
  killed?.child.kill('SIGKILL');
  await killed?.exited;
  await expectRecovery('kill -9 of one desk of two', load, async () => void desks.shift());
  await load.finish();
  for (const desk of desks) expectNoInnerFailure(desk);
});

test('of two desks that start at once on an empty directory one starts, and the other says why not', async () => {
  directory = mkdtempSync(join(tmpdir(), 'relaydesk-chaos-'));
  const start = () => startBuiltDesk({ DATA_DIR: directory ?? '' });
  const outcomes = await Promise.allSettled([start(), start()]);
  const desk = outcomes.find((outcome) => outcome.status === 'fulfilled')?.value;
  const refusals = outcomes.filter((outcome) => outcome.status === 'rejected').map(({ reason }) => String(reason));
  expect(refusals).toEqual([
    expect.stringMatching(/^Error: The embedded database in .+ is in use by another process\./),
  ]);
  const load = new Load(() => desk?.url ?? '');
  await load.progress(30);
  await load.finish();
});
