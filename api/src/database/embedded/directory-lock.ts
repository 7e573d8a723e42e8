import { accessSync, constants, mkdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { types } from 'node:util';
import { DatabaseStartError } from '../database-start-error.js';

/**
 * Keeps a second process out of the embedded database's directory, which two processes would corrupt.
 * SQLite takes the lock because it asks the operating system for it: a killed process leaves none behind, no process
 * id can be mistaken for another, and two starters cannot both win, on any platform and across containers.
 */
export type DirectoryLock = { release(): void };

/** PostgreSQL cannot start, let alone recover, without some room for its log. */
const neededBytes = 64 * 2 ** 20;

/** Starters of the same moment are in each other's way; after a few tries one has it. */
const patienceMs = 300;

const sqliteBusy = 5;

/** @throws DatabaseStartError when the directory is in use, cannot be written or is on a full disk. */
export function lockDirectory(directory: string): DirectoryLock {
  try {
    mkdirSync(directory, { recursive: true });
    accessSync(directory, constants.W_OK);
    refuseFullDisk(directory);
    return acquire(join(directory, 'lock'));
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
  const { bavail, bsize } = statfsSync(directory);
  if (bavail * bsize >= neededBytes) return;
  const free = Math.floor((bavail * bsize) / 2 ** 20);
  throw new DatabaseStartError(
    `The disk that holds ${directory} is full: ${free} MB are free, the embedded database needs ${neededBytes / 2 ** 20} MB to start.`,
  );
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

function isBusy(error: unknown): boolean {
  return types.isNativeError(error) && 'errcode' in error && error.errcode === sqliteBusy;
}
