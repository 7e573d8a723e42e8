import { type ChildProcess, spawn } from 'node:child_process';
import { on, once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { DatabaseConfig } from '../../src/config.js';

export type ServerProcess = {
  readonly url: string;
  readonly child: ChildProcess;
  /** The lines it has told on standard output so far. */
  readonly output: readonly string[];
  /** What it ended with: a code, or the signal that killed it. */
  readonly exited: Promise<{ code: number | null; signal: string | null; errors: string }>;
};

const loader = new URL('../../scripts/development/typescript.mjs', import.meta.url).href;
const running = new Set<ChildProcess>();

/** What Node is told to run: the sources as they are. */
const sources: readonly string[] = ['--import', loader, fileURLToPath(new URL('../../src/main.ts', import.meta.url))];

/** For `afterEach`: a failed test leaves no process behind. */
export async function killServers(): Promise<void> {
  await Promise.all([...running].map((child) => child.kill('SIGKILL') && once(child, 'exit')));
}

/** The whole desk as a process of its own, as `npm start` runs it, without waiting for it. */
export function launchServer(environment: Record<string, string>, program = sources) {
  const child = spawn(process.execPath, program, {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'silent', LLM_PROVIDER: 'none', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const output: string[] = [];
  const lines = createInterface(child.stdout).on('line', (line) => output.push(line));
  const exited: ServerProcess['exited'] = once(child, 'close').then(([code, signal]) => {
    running.delete(child);
    return { code, signal, errors };
  });
  return { child, output, lines, exited };
}

/** @throws where it ends before it is ready */
export async function startServer(environment: Record<string, string>, program = sources): Promise<ServerProcess> {
  const { child, output, lines, exited } = launchServer(environment, program);
  for await (const [line] of on(lines, 'line', { close: ['close'] })) {
    const url = /^\s+Desk\s+(\S+)/.exec(line)?.[1];
    if (url) return { url, child, output, exited };
  }
  throw new Error((await exited).errors);
}

/** The variables that lead a process to a test's database. */
export function databaseVariables({ location }: DatabaseConfig): Record<string, string> {
  return location.kind === 'server' ? { DATABASE_URL: location.url } : { DATA_DIR: location.directory };
}
