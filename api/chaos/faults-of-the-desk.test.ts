import { afterEach, describe, expect, test } from '@jest/globals';
import { killServers, type ServerProcess } from '../test/support/server-process.js';
import { startBuiltDesk } from './support/built-desk.js';
import { type ChaosDatabase, createChaosDatabase, createEmbeddedDatabase, postgres } from './support/chaos-database.js';
import { freePort } from './support/free-port.js';
import { Load } from './support/load.js';
import { expectRecovery } from './support/recovery.js';
import { rounds } from './support/run.js';

/** What happens to the process of the desk itself, under load. */
let database: ChaosDatabase;
afterEach(async () => {
  Load.abandonAll();
  await killServers();
  await database.close();
});

describe.each([
  ['the embedded database', createEmbeddedDatabase],
  ...(postgres ? [['PostgreSQL', createChaosDatabase] as const] : []),
])('a desk on %s', (kind, create) => {
  let desk: ServerProcess;
  let start: () => Promise<ServerProcess>;
  async function begin(): Promise<Load> {
    database = await create();
    const PORT = await freePort();
    start = () => startBuiltDesk({ ...database.variables, PORT });
    desk = await start();
    return new Load(() => desk.url);
  }

  test('that is killed loses no acknowledged write, doubles none, and is back as soon as it is started', async () => {
    const load = await begin();
    for (let round = 0; round < rounds; round++) {
      await load.progress(60);
      desk.child.kill('SIGKILL');
      await desk.exited;
      await expectRecovery(`kill -9 of the desk on ${kind}`, load, async () => {
        desk = await start();
      });
    }
    await load.finish();
  });

  test('that is told to stop finishes what it has begun: no caller waits in vain', async () => {
    const load = await begin();
    for (let round = 0; round < rounds; round++) {
      await load.progress(60);
      desk.child.kill('SIGTERM');
      expect(await desk.exited).toMatchObject({ code: 0, signal: null });
      await expectRecovery(`SIGTERM of the desk on ${kind}`, load, async () => {
        desk = await start();
      });
    }
    await load.finish();
    // Nobody was cut off: those who came while it was away found nobody.
    expect([...load.setbacks.keys()].filter((loss) => loss !== 'ECONNREFUSED')).toEqual([]);
  });
});
