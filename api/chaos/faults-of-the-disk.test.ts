import { randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createEmbeddedTestDatabase } from '../test/support/database.js';
import { databaseVariables, killServers } from '../test/support/server-process.js';
import { expectNoInnerFailure, startBuiltDesk } from './support/built-desk.js';
import { Load } from './support/load.js';
import { expectRecovery } from './support/recovery.js';
import { rounds } from './support/run.js';

let database: Awaited<ReturnType<typeof createEmbeddedTestDatabase>>;
/** While this file exists the desk's disk is full. */
let full: string;
beforeEach(async () => {
  database = await createEmbeddedTestDatabase();
  full = `${database.directory}.full`;
});
afterEach(async () => {
  Load.abandonAll();
  await killServers();
  rmSync(full, { force: true });
  await database.close();
});

/** No compression shortens it, so that a few dozen tickets fill pages and segments of the log. */
const bulky = randomBytes(6_000).toString('base64');

test('a desk whose disk is full answers 503, and goes on by itself when there is room again', async () => {
  const disk = new URL(`./support/full-disk.mjs?full=${encodeURIComponent(full)}`, import.meta.url);
  const desk = await startBuiltDesk(databaseVariables(database.config), ['--import', disk.href]);
  const load = new Load(() => desk.url, { description: bulky });
  for (let round = 0; round < rounds; round++) {
    await load.progress(40);
    const known = load.setbacks.get('503') ?? 0;
    writeFileSync(full, '');
    while ((load.setbacks.get('503') ?? 0) < known + 40) await delay(20);
    expect((await fetch(`${desk.url}/healthz`)).status).toBe(200);
    await expectRecovery('a full disk', load, async () => rmSync(full));
  }
  await load.finish();
  expectNoInnerFailure(desk);
});
