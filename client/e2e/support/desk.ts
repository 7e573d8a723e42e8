/** Starts the built server with an empty database of its own, as a person would: a process, environment variables, a port. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { repository } from './repository.js';

const PATIENCE_MS = 40_000;
const POLL_MS = 50;

export interface Desk {
  url: string;
  /** Runs an operation over HTTP, as any client of the API would; rejects where the answer carries errors. */
  query: <T>(document: string, variables?: Record<string, unknown>) => Promise<T>;
  stop: () => Promise<void>;
}

/** `settings` are environment variables beyond those every test needs. */
export async function startDesk(settings: Record<string, string> = {}): Promise<Desk> {
  const port = await freePort();
  const directory = await mkdtemp(join(tmpdir(), 'relaydesk-e2e-'));
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, [join(repository, 'api/dist/src/main.js')], {
    cwd: repository,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: String(port),
      DATA_DIR: directory,
      LOG_LEVEL: 'warn',
      RATE_LIMIT: 'off',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  await answering(url, server).catch((error: unknown) => {
    throw new Error(`The desk did not start:\n${said.join('')}`, { cause: error });
  });
  return {
    url,
    query: (document, variables) => query(url, document, variables),
    async stop() {
      const gone = once(server, 'exit');
      server.kill('SIGTERM');
      await gone;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    if (server.exitCode !== null) throw new Error(`It ended with code ${server.exitCode}`);
    const answered = await fetch(`${url}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answered) return;
    if (Date.now() > deadline) throw new Error(`No answer within ${PATIENCE_MS} ms`);
    await pause(POLL_MS);
  }
}

async function query<T>(url: string, document: string, variables: Record<string, unknown> = {}): Promise<T> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: document, variables }),
  });
  const { data, errors } = (await response.json()) as { data: T; errors?: { message: string }[] };
  if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
  return data;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port');
  return address.port;
}
