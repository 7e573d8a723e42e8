import { once } from 'node:events';
import { accessSync, constants, mkdirSync, statfsSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { types } from 'node:util';
import { DatabaseStartError } from '../database-start-error.js';

/**
 * Keeps a second process out of the embedded database's directory, which two processes would corrupt.
 * SQLite takes the lock because it asks the operating system for it: a killed process leaves none behind, no process
 * id can be mistaken for another, and two starters cannot both win, on any platform and across containers. Whoever deletes
 * the file deletes the lock, so on Linux the process also holds a name that nobody can delete.
 */
export type DirectoryLock = { release(): void };

/** PostgreSQL cannot start, let alone recover, without some room for its log. */
const neededBytes = 64 * 2 ** 20;

/** Starters of the same moment are in each other's way; after a few tries one has it. */
const patienceMs = 300;

const sqliteBusy = 5;

/** @throws DatabaseStartError when the directory is in use, cannot be written or is on a full disk. */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  try {
    mkdirSync(directory, { recursive: true });
    accessSync(directory, constants.W_OK);
    refuseFullDisk(directory);
    const file = acquire(join(directory, 'lock'));
    try {
      const name = await holdName(directory);
      return {
        release() {
          name.release();
          file.release();
        },
      };
    } catch (error) {
      file.release();
      throw error;
    }
  } catch (error) {
    if (error instanceof DatabaseStartError) throw error;
    if (isBusy(error))
      throw new DatabaseStartError(
        `The embedded database in ${directory} is in use by another process. Stop it first, or set DATA_DIR to another folder.`,
      );
    const reason = types.isNativeError(error) ? error.message : String(error);
    throw new DatabaseStartError(`The embedded database cannot write to ${directory} (${reason}).`, { cause: error });
  }
}

function refuseFullDisk(directory: string): void {
  const bytes = freeBytes(directory);
  if (bytes >= neededBytes) return;
  const free = Math.floor(bytes / 2 ** 20);
  throw new DatabaseStartError(
    `The disk that holds ${directory} is full: ${free} MB are free, the embedded database needs ${neededBytes / 2 ** 20} MB to start.`,
  );
}

export function freeBytes(directory: string): number {
  const { bavail, bsize } = statfsSync(directory);
  return bavail * bsize;
}

function acquire(path: string): DirectoryLock {
  const file = new DatabaseSync(path, { timeout: patienceMs });
  try {
    // The transaction stays open for as long as the lock is held; nothing is ever written.
    file.exec('begin exclusive');
  } catch (error) {
    file.close();
    throw error;
  }
  return { release: () => file.close() };
}

/** An abstract socket, which the operating system takes back when the process ends. Elsewhere the file has to do. */
async function holdName(directory: string): Promise<DirectoryLock> {
  if (process.platform !== 'linux') return { release: () => undefined };
  const { dev, ino } = statSync(directory);
  const server = createServer((connection) => connection.destroy()).unref();
  server.listen(`\0relaydesk-${dev}-${ino}`);
  await once(server, 'listening');
  return { release: () => server.close() };
}

function isBusy(error: unknown): boolean {
  if (!types.isNativeError(error)) return false;
  return ('errcode' in error && error.errcode === sqliteBusy) || ('code' in error && error.code === 'EADDRINUSE');
}
