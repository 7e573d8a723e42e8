import { setTimeout as delay } from 'node:timers/promises';
import { types } from 'node:util';
import pg from 'pg';
import type { Logger } from '../../logger.js';
import { isUnavailable, sqlState } from '../database-error.js';
import { DatabaseStartError } from '../database-start-error.js';

/**
 * Waits for a PostgreSQL server that is still starting, and tells in one sentence why another will never do.
 * The address is told without its password.
 */

const patienceMs = 60_000;
const oldestVersion = 15;

export type ServerInfo = { readonly version: string; readonly address: string };

/** @throws DatabaseStartError when the server refuses, is too old, or does not answer within a minute. */
export async function awaitServer(url: string, logger: Logger, patience = patienceMs): Promise<ServerInfo> {
  const address = publicAddress(url);
  const deadline = Date.now() + patience;
  for (let pause = 250; ; pause = Math.min(pause * 2, 5_000)) {
    try {
      return { version: await supportedVersion(url, address), address };
    } catch (error) {
      if (error instanceof DatabaseStartError) throw error;
      if (!mayComeUp(error)) throw new DatabaseStartError(refusal(error, address), { cause: error });
      if (Date.now() + pause > deadline)
        throw new DatabaseStartError(
          `No PostgreSQL answered at ${address} within ${Math.round(patience / 1000)} s: ${messageOf(error)}.`,
          { cause: error },
        );
      logger.info(`Waiting for PostgreSQL at ${address}: ${messageOf(error)}`);
      await delay(pause);
    }
  }
}

/** A standby that is not there yet makes nobody wait. @throws DatabaseStartError when it refuses or is too old */
export async function lookForStandby(url: string, logger: Logger): Promise<void> {
  const address = publicAddress(url);
  try {
    await supportedVersion(url, address, 1_000);
  } catch (error) {
    if (error instanceof DatabaseStartError) throw error;
    if (!mayComeUp(error)) throw new DatabaseStartError(refusal(error, address), { cause: error });
    logger.warn(
      `The standby at ${address} does not answer: ${messageOf(error)}. The primary serves all reads until it does.`,
    );
  }
}

async function supportedVersion(url: string, address: string, connectionTimeoutMillis = 5_000): Promise<string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ number: number; version: string }>(
      `select current_setting('server_version_num')::int as number, current_setting('server_version') as version`,
    );
    const [server] = rows;
    if (!server || server.number < oldestVersion * 10_000)
      throw new DatabaseStartError(
        `PostgreSQL ${server?.version} at ${address} is too old: version ${oldestVersion} or later is needed.`,
      );
    return server.version;
  } finally {
    // A client that never connected has nothing to end, and says so with an error of no interest.
    await client.end().catch(() => undefined);
  }
}

/** A server's own verdict on user, password or database stands; anything else may be a server on its way up. */
function mayComeUp(error: unknown): boolean {
  return sqlState(error) === null || isUnavailable(error);
}

const refusals: Record<string, string> = {
  '28P01': 'refused the user name or password; correct them in DATABASE_URL or POSTGRES_*',
  '28000': 'does not let this user in; create the user, or name another one',
  '3D000': 'has no database of that name; create it, or correct the address',
};

function refusal(error: unknown, address: string): string {
  const known = refusals[sqlState(error) ?? ''];
  return `PostgreSQL at ${address} ${known ?? 'cannot be used'} (${messageOf(error)}).`;
}

function messageOf(error: unknown): string {
  if (!types.isNativeError(error)) return String(error);
  // One failure per address that the host name stands for, and no message of its own.
  return 'errors' in error && Array.isArray(error.errors) ? error.errors.map(messageOf).join(', ') : error.message;
}

function publicAddress(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname || 'localhost'}:${port || 5432}${pathname}`;
}
