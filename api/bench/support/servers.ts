/** Starts what is measured: the built desk and the contenders, each as its own process on a free port of the loopback. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export type Server = {
  readonly name: string;
  /** Without a slash at the end. */
  readonly url: string;
  readonly pid: number;
  /** Processor time that it has used, in seconds; NaN where the system does not tell (Linux does). */
  processorSeconds(): number;
  stop(): Promise<void>;
};

export type Start = {
  readonly databaseUrl?: string;
  readonly dataDirectory?: string;
  readonly workers?: number;
  /** Variables besides, or instead of, those of every measure. */
  readonly environment?: Readonly<Record<string, string>>;
};

const connectionsPerProcess = 10;
const contender = (name: string) => fileURLToPath(new URL(`../contenders/${name}.mjs`, import.meta.url));

export const programs = {
  Relaydesk: fileURLToPath(new URL('../../dist/src/main.js', import.meta.url)),
  'PostGraphile 5': contender('postgraphile'),
  'Mercurius + jit': contender('mercurius'),
  'GraphQL Yoga': contender('yoga'),
  'bare limit': contender('bare'),
} as const;

export type Program = keyof typeof programs;

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

export async function startServer(name: Program, start: Start): Promise<Server> {
  const { databaseUrl, dataDirectory, workers = 1 } = start;
  const environment = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    GRAPHILE_ENV: 'production',
    PORT: '0',
    WORKERS: `${workers}`,
    DATABASE_URL: databaseUrl ?? '',
    DATA_DIR: dataDirectory ?? '',
    DATABASE_POOL_SIZE: `${connectionsPerProcess}`,
    RATE_LIMIT: 'off',
    LOG_LEVEL: 'silent',
    LLM_PROVIDER: 'none',
    ...start.environment,
  };
  const child = spawn(process.execPath, [programs[name]], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(child);
  const exited = once(child, 'exit').then(() => running.delete(child));
  for await (const line of createInterface(child.stdout)) {
    const port = /^\s+Desk\s+\S+:(\d+)/.exec(line)?.[1];
    if (!port) continue;
    child.stdout.resume();
    return {
      name,
      url: `http://127.0.0.1:${port}`,
      pid: child.pid ?? 0,
      processorSeconds: () => processorSeconds(child.pid ?? 0),
      async stop() {
        child.kill('SIGTERM');
        await exited;
      },
    };
  }
  throw new Error(`${name} did not start.`);
}

const ticksPerSecond = 100;

/** Of a process and all that it started. */
function processorSeconds(pid: number): number {
  const directory = `/proc/${pid}`;
  if (!existsSync(directory)) return Number.NaN;
  const fields = readFileSync(`${directory}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  const own = (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  const children = readFileSync(`${directory}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
  return children.reduce((sum, child) => sum + processorSeconds(Number(child)), own);
}
