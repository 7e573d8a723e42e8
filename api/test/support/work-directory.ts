import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

const leftoverAgeMs = 2 * 3_600_000;

/**
 * Where test databases live. Memory is many times as fast to copy to as a disk, where there is enough of it; what is
 * kept between runs, and what a killed run left there, is shared by all runs of this user.
 */
export function workDirectory(): string {
  const memory = '/dev/shm';
  const directory = join(isRoomy(memory) ? memory : tmpdir(), `relaydesk-test-${userInfo().uid}`);
  mkdirSync(directory, { recursive: true });
  return directory;
}

function isRoomy(directory: string): boolean {
  if (!existsSync(directory)) return false;
  const { bavail, bsize } = statfsSync(directory);
  return bavail * bsize > 2 ** 30;
}

/** Removes what no run has used for hours. */
export function removeLeftovers(): void {
  const directory = workDirectory();
  for (const name of readdirSync(directory)) {
    const path = join(directory, name);
    if (Date.now() - statSync(path).mtimeMs > leftoverAgeMs) rmSync(path, { recursive: true, force: true });
  }
}
