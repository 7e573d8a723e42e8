import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { createEmbeddedTestDatabase } from './support/database.js';

test('a desk that is told more than once to stop, as npm does on one Ctrl-C, still closes its database', async () => {
  const database = await createEmbeddedTestDatabase();
  const loader = new URL('./support/typescript.mjs', import.meta.url).href;
  const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
  const desk = spawn(process.execPath, ['--import', loader, main], {
    env: { ...process.env, DATABASE_URL: '', DATA_DIR: database.directory, PORT: '0', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface(desk.stdout)) if (line.startsWith('Relaydesk is ready')) break;
  const exited = once(desk, 'exit');
  const again = setInterval(() => desk.kill('SIGINT'), 2);
  expect(await exited.finally(() => clearInterval(again))).toEqual([0, null]);
  await database.close();
});
