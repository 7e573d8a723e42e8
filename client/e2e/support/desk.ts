/** Starts the built server with an empty database of its own, as a person would: a process, environment variables, a port. */
import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { repository } from './repository.js';

const PATIENCE_MS = 40_000;
const POLL_MS = 50;

export interface Desk {
  url: string;
  /** Runs an operation over HTTP, as any client of the API would; rejects where the answer carries errors. */
  query: <T>(document: string, variables?: Record<string, unknown>) => Promise<T>;
  /** Ends the process without a word, as a crash would; its data stay. */
  kill: () => Promise<void>;
  /** Starts it again, with the same data at the same address. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
}

/** `settings` are environment variables beyond those every test needs. */
export async function startDesk(settings: Record<string, string> = {}): Promise<Desk> {
  const port = await freePort();
  const directory = await mkdtemp(join(tmpdir(), 'relaydesk-e2e-'));
  const url = `http://127.0.0.1:${port}`;
  const start = () => serve(url, { PORT: String(port), DATA_DIR: directory, ...settings });
  let server = await start();
  return {
    url,
    query: (document, variables) => query(url, document, variables),
    kill: () => end(server, 'SIGKILL'),
    async restart() {
      server = await start();
    },
    async stop() {
      await end(server, 'SIGTERM');
      await rm(directory, { recursive: true, force: true });
    },
  };
}

type Server = ChildProcessByStdio<null, Readable, Readable>;

async function serve(url: string, settings: Record<string, string>): Promise<Server> {
  const server = spawn(process.execPath, [join(repository, 'api/dist/src/main.js')], {
    cwd: repository,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      LOG_LEVEL: 'warn',
      RATE_LIMIT: 'off',
      SEARCH_TIME_LIMIT_MS: '20000',
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
  return server;
}

async function end(server: Server, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, 'exit');
  server.kill(signal);
  await gone;
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

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port');
  return address.port;
}
