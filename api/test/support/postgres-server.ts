import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

/** Starts an installed PostgreSQL for one test run: an ordinary user's cluster on a free port of the loopback. */
export type TestServer = { readonly url: string; readonly version: string; stop(): Promise<void> };

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

export async function startPostgres({ directory, version }: Installation): Promise<TestServer> {
  const account = ordinaryUser();
  const home = mkdtempSync(join(tmpdir(), 'relaydesk-postgres-'));
  if (account) chownSync(home, account.uid, account.gid);
  const data = join(home, 'data');
  const options = { cwd: home, ...account };
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'];
  execFileSync(join(directory, 'initdb'), initdb, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });

  const port = await freePort();
  const server = spawn(join(directory, 'postgres'), ['-D', data, '-p', String(port), ...settings()], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  await ready(server.stderr, exited);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    version,
    async stop() {
      // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients.
      server.kill('SIGINT');
      await exited;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** A throw-away cluster need not survive a power cut. */
function settings(): string[] {
  return [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'max_connections=200',
  ].flatMap((setting) => ['-c', setting]);
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
      if (line.includes('ready to accept connections')) resolve(true);
    });
  });
  if (!(await Promise.race([up, exited]))) throw new Error(`PostgreSQL did not start:\n${lines.join('\n')}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port.')),
      );
    });
  });
}
