import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { killServers, launchServer, startServer } from '../support/server-process.js';

/** What keeps the desk from starting is told in a sentence on standard error, and the exit code is 1. */
let folder: string;
let taken: Server;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'relaydesk-start-'));
  taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
});
afterEach(killServers);
afterAll(() => {
  taken.close();
  rmSync(folder, { recursive: true, force: true });
});

async function failureOf(environment: Record<string, string>): Promise<string> {
  const { code, errors } = await launchServer({ DATA_DIR: join(folder, 'data'), ...environment }).exited;
  expect(code).toBe(1);
  expect(errors).not.toMatch(/\n\s+at /);
  return errors;
}

const portOf = (server: Server) => `${(server.address() as { port: number }).port}`;

test('a taken port is named, with what to do', async () => {
  const port = portOf(taken);
  expect(await failureOf({ PORT: port })).toContain(`Port ${port} is taken.`);
});

test('a taken port for figures is named by its own variable', async () => {
  expect(await failureOf({ METRICS_PORT: portOf(taken) })).toContain('METRICS_PORT');
});

test('every wrong variable is named at once, and no value is repeated', async () => {
  const errors = await failureOf({ PORT: 'eighty', DATABASE_URL: 'mysql://s3cret', LLM_PROVIDER: 'clippy' });
  for (const name of ['PORT', 'DATABASE_URL', 'LLM_PROVIDER']) expect(errors).toContain(`- ${name} must be`);
  expect(errors).not.toMatch(/s3cret|clippy|eighty/);
});

test('a data folder that cannot be one is named', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, 'not a folder');
  expect(await failureOf({ DATA_DIR: join(file, 'data') })).toContain(join(file, 'data'));
});

test('an address that this machine does not have is named', async () => {
  expect(await failureOf({ HOST: '192.0.2.1' })).toContain('192.0.2.1');
});

test('a host name that nobody knows is named', async () => {
  expect(await failureOf({ HOST: 'desk.invalid' })).toContain('HOST desk.invalid is no name');
});

test('a data folder that another desk uses is named, with the ways out', async () => {
  const data = join(folder, 'shared');
  await startServer({ DATA_DIR: data });
  expect(await failureOf({ DATA_DIR: data })).toContain(
    `${data} is in use by another process. Stop it first, or set DATA_DIR to another folder.`,
  );
});
