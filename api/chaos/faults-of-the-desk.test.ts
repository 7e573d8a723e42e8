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
  test('that is told to stop cuts nobody off; one that is killed loses and doubles no acknowledged write', async () => {
    database = await create();
    const PORT = await freePort();
    const start = () => startBuiltDesk({ ...database.variables, PORT });
    let desk: ServerProcess = await start();
    const load = new Load(() => desk.url);
    const afterIts = (signal: 'SIGTERM' | 'SIGKILL') =>
      expectRecovery(`${signal} of the desk on ${kind}`, load, async () => {
        desk = await start();
      });
    for (let round = 0; round < rounds; round++) {
      await load.progress(60);
      desk.child.kill('SIGTERM');
      expect(await desk.exited).toMatchObject({ code: 0, signal: null });
      await afterIts('SIGTERM');
    }
    // Refused, or reset by the system before the desk had fetched them: nobody else was left without an answer.
    const cutOff = [...load.setbacks.keys()].filter((loss) => !['ECONNREFUSED', 'ECONNRESET'].includes(loss));
    expect(cutOff).toEqual([]);
    for (let round = 0; round < rounds; round++) {
      await load.progress(60);
      desk.child.kill('SIGKILL');
      await desk.exited;
      await afterIts('SIGKILL');
    }
    await load.finish();
  });
});
