import { appendFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { DatabaseConfig } from '../../src/config.js';
import { openDatabase } from '../../src/database/data-source.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { silentLogger } from '../../src/logger.js';

/** A process that does jobs once it is told to: each takes a moment, is noted in a file, and is told. Killed, it leaves them where they were. */
const [config, notes, leaseMs] = process.argv.slice(2) as [string, string, string];
const { dataSource } = await openDatabase(JSON.parse(config) as DatabaseConfig, { logger: silentLogger, entities: [] });
const jobs = new Jobs(dataSource, silentLogger, { leaseMs: Number(leaseMs), longestRestMs: 50 });
jobs.handle('note', async (payload) => {
  process.send?.('begun');
  await delay(20);
  appendFileSync(notes, `${(payload as { n: number }).n}\n`);
});
jobs.handle('deadly', async () => {
  process.kill(process.pid, 'SIGKILL');
});
process.once('message', () => jobs.start());
process.send?.('ready');
process.once('disconnect', () => process.exit(1));
