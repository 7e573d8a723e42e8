/**
 * Whether the server can be reached. Every answer says yes and every request that gets none says no, so the shell can say
 * "offline" once, instead of each part of a page failing in its own words.
 */
import { createStore, type ReadableStore } from '../ui/store.js';

const lostAt = createStore<number | null>(null);

export function reportReached(): void {
  if (lostAt.read() !== null) lostAt.publish(null);
}

export function reportLost(): void {
  if (lostAt.read() === null) lostAt.publish(Date.now());
}

/** When the connection was lost, or null while it stands. */
export const connectionStore: ReadableStore<number | null> = lostAt;

globalThis.addEventListener?.('offline', reportLost);
