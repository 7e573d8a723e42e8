/**
 * Whether the server can be reached. Every answer says yes and every request that gets none says no, so the shell can say
 * "offline" once, instead of each part of a page failing in its own words.
 */
let lostAt: number | null = null;
const listeners = new Set<() => void>();

function publish(next: number | null) {
  lostAt = next;
  for (const listener of listeners) listener();
}

export function reportReached(): void {
  if (lostAt !== null) publish(null);
}

export function reportLost(): void {
  if (lostAt === null) publish(Date.now());
}

export const connectionStore = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** When the connection was lost, or null while it stands. */
  read: () => lostAt,
};

globalThis.addEventListener?.('offline', reportLost);
