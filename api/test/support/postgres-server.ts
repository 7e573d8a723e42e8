import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from './free-port.js';

/** An installed PostgreSQL, started for a run of tests or measurements: an ordinary user's cluster on a free port of the loopback. */
export type TestServer = {
  readonly url: string;
  readonly version: string;
  stop(): Promise<void>;
  /** An immediate shutdown: nothing is tidied up, and the next start recovers from the log as after any crash. */
  crash(): Promise<void>;
  /** `kill -9` of the process that others hang on: they notice, each by itself, and go too. */
  kill(): Promise<void>;
  /** Again, after a stop, a crash or a kill. */
  start(): Promise<void>;
  remove(): Promise<void>;
};

type Installation = { readonly directory: string; readonly version: string };

const oldestVersion = 15;

/** The newest usable PostgreSQL of this machine; null when there is none. */
export function findPostgres(): Installation | null {
  const candidates = [...(process.env.PATH ?? '').split(delimiter), ...distributionDirectories()];
  const found = candidates.flatMap((directory) => inspect(directory) ?? []);
  found.sort((one, other) => Number.parseFloat(other.version) - Number.parseFloat(one.version));
  return found[0] ?? null;
}

/** Debian and Ubuntu keep the server's programs out of PATH. */
function distributionDirectories(): string[] {
  const root = '/usr/lib/postgresql';
  return existsSync(root) ? readdirSync(root).map((version) => join(root, version, 'bin')) : [];
}

function inspect(directory: string): Installation | null {
  if (!existsSync(join(directory, 'postgres')) || !existsSync(join(directory, 'initdb'))) return null;
  const program = realpathSync(join(directory, 'postgres'));
  const version = /\d+(\.\d+)?/.exec(execFileSync(program, ['--version'], { encoding: 'utf8' }))?.[0] ?? '0';
  return Number.parseInt(version, 10) >= oldestVersion ? { directory: dirname(program), version } : null;
}

/** Until the last process of a killed server has gone, PostgreSQL refuses to start beside it. */
async function launchWhenFree<T>(launch: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await launch();
    } catch (error) {
      if (attempt === 100) throw error;
      await delay(50);
    }
  }
}

/** A throw-away cluster need not survive a power cut; a killed process it does survive. */
const throwAway = ['fsync=off', 'full_page_writes=off', 'max_connections=200'];

type Options = {
  /** A directory that may hold a cluster from before; a fresh one in the temporary directory unless given. */
  readonly home?: string;
  readonly settings?: readonly string[];
  /** The server whose streaming standby this one becomes. */
  readonly primary?: TestServer;
};

/** A cluster of its own, made where there is none yet, and started. */
export async function startPostgres(
  installation: Installation,
  { home = mkdtempSync(join(tmpdir(), 'relaydesk-postgres-')), settings = throwAway, primary }: Options = {},
): Promise<TestServer> {
  const account = ordinaryUser();
  mkdirSync(home, { recursive: true, mode: 0o700 });
  if (account) chownSync(home, account.uid, account.gid);
  const run = { cwd: home, ...account };
  if (!existsSync(join(home, 'data'))) {
    if (primary) copyPrimary(installation, primary, home, run);
    else initialize(installation, home, run);
  }

  const password = readFileSync(join(home, 'password'), 'utf8');
  const port = await freePort();
  const parameters = ['-D', join(home, 'data'), '-p', `${port}`, ...onLoopback, ...settings.flatMap(asParameter)];
  const launch = () => launchServer(join(installation.directory, 'postgres'), parameters, run);
  let server = await launch();
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    version: installation.version,
    async stop() {
      // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients.
      await server.end('SIGINT');
    },
    async crash() {
      await server.end('SIGQUIT');
    },
    async kill() {
      await server.end('SIGKILL');
    },
    async start() {
      server = await launchWhenFree(launch);
    },
    async remove() {
      await server.end('SIGINT');
      rmSync(home, { recursive: true, force: true });
    },
  };
}

const asParameter = (setting: string) => ['-c', setting];
const onLoopback = ['listen_addresses=127.0.0.1', 'unix_socket_directories='].flatMap(asParameter);

type RunOptions = { cwd: string; uid?: number; gid?: number };

function initialize({ directory }: Installation, home: string, run: RunOptions): void {
  const passwordFile = join(home, 'password');
  writeFileSync(passwordFile, randomBytes(12).toString('hex'));
  const options = ['-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-U', 'postgres', '-E', 'UTF8', '--no-locale'];
  execFileSync(join(directory, 'initdb'), ['-D', join(home, 'data'), ...options, '--no-sync'], {
    ...run,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

function copyPrimary({ directory }: Installation, { url }: TestServer, home: string, run: RunOptions): void {
  writeFileSync(join(home, 'password'), new URL(url).password);
  const options = ['-D', join(home, 'data'), '-d', url, '--write-recovery-conf', '--checkpoint=fast', '--no-sync'];
  execFileSync(join(directory, 'pg_basebackup'), options, { ...run, stdio: ['ignore', 'ignore', 'pipe'] });
}

async function launchServer(program: string, parameters: string[], run: RunOptions) {
  const server = spawn(program, parameters, { ...run, stdio: ['ignore', 'ignore', 'pipe'] });
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  await ready(server.stderr, exited);
  return {
    async end(signal: NodeJS.Signals) {
      server.kill(signal);
      await exited;
    },
  };
}

/** PostgreSQL refuses to run as root; null when we are not. */
function ordinaryUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const account = ['postgres', 'nobody'].flatMap((name) => accounts.filter((fields) => fields[0] === name))[0];
  if (!account) throw new Error('There is no ordinary user to run PostgreSQL as.');
  const [uid, gid] = [Number(account[2]), Number(account[3])];
  return { uid, gid };
}

async function ready(log: NodeJS.ReadableStream, exited: Promise<void>): Promise<void> {
  const lines: string[] = [];
  const up = new Promise<true>((resolve) => {
    createInterface(log).on('line', (line) => {
      lines.push(line);
      if (/ready to accept (read-only )?connections/.test(line)) resolve(true);
    });
  });
  if (!(await Promise.race([up, exited]))) throw new Error(`PostgreSQL did not start:\n${lines.join('\n')}`);
}
