/** The receiver that docs/webhooks.md shows runs as it stands there, and tells true messages from false ones. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from './support/eventually.js';
import { freePort } from './support/free-port.js';
import { type HookDesk, startHookDesk } from './support/webhooks.js';
import { workDirectory } from './support/work-directory.js';

const page = readFileSync(new URL('../../docs/webhooks.md', import.meta.url), 'utf8');
const source = /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? '';

let hooks: HookDesk;
let directory: string;
let child: ChildProcess | undefined;
beforeAll(async () => {
  hooks = await startHookDesk();
  directory = mkdtempSync(join(workDirectory(), 'receiver-'));
});
afterAll(async () => {
  child?.kill();
  await hooks.close();
  rmSync(directory, { recursive: true, force: true });
});

test('it has about twenty lines, prints each message once and refuses what the desk did not sign', async () => {
  expect(source.trim().split('\n').length).toBeLessThanOrEqual(22);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const { id, secret } = await hooks.make(url);
  const file = join(directory, 'receiver.mjs');
  writeFileSync(file, source);
  const env = { PATH: process.env.PATH, WEBHOOK_SECRET: secret, PORT: String(port) };
  const program = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  child = program;
  const lines: string[] = [];
  createInterface(program.stdout).on('line', (line) => lines.push(line));
  const isUp = () =>
    fetch(url, { method: 'POST' }).then(
      ({ status }) => status === 401,
      () => false,
    );
  await eventually(isUp);
  await hooks.createTicket();
  await eventually(async () => (await hooks.deliveries(id))[0]?.state === 'DELIVERED');
  const [delivery] = await hooks.deliveries(id);
  await hooks.redeliver(delivery?.id ?? '');
  await eventually(async () => (await hooks.deliveries(id))[0]?.attempts.length === 2);
  expect((await hooks.deliveries(id))[0]?.state).toBe('DELIVERED');
  await hooks.save({ id, url, events: ['TICKET_CREATED'], rotateSecret: true });
  await hooks.createTicket();
  await eventually(() => lines.length === 2);
  expect(lines).toEqual((await hooks.deliveries(id)).map(({ body }) => body).reverse());
  const forged = await fetch(url, {
    method: 'POST',
    headers: { 'webhook-id': 'x', 'webhook-timestamp': '1', 'webhook-signature': 'v1,AAAA' },
    body: '{}',
  });
  expect(forged.status).toBe(401);
});
