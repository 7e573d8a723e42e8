/** The tickets that are about to be given to somebody: whoever asks, one dialog answers. */
import { createStore, type ReadableStore } from '../ui/store.js';

/** To a person, to a team, or with null to nobody. */
export type Whose = { assigneeId: string | null } | { teamId: string | null };

const asked = createStore<readonly string[] | null>(null);

/** Asks whose these tickets are to be. */
export function askWhose(ids: readonly string[]): void {
  asked.publish(ids);
}

export function stopAsking(): void {
  asked.publish(null);
}

export const askedStore: ReadableStore<readonly string[] | null> = asked;
