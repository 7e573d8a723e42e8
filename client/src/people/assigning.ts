/** The tickets that are about to be given to somebody: whoever asks, one dialog answers. */
import { createStore, type ReadableStore } from '../ui/store.js';

/** To a person, to a team, or with null to nobody. */
export type Whose = { assigneeId: string | null } | { teamId: string | null };

export interface Asked {
  ids: readonly string[];
  /** Takes the answer; left out, the tickets are simply given. */
  take: ((whose: Whose, name: string) => void) | null;
}

const asked = createStore<Asked | null>(null);

/** Asks whose these tickets are to be. */
export function askWhose(ids: readonly string[], take: Asked['take'] = null): void {
  asked.publish({ ids, take });
}

export function stopAsking(): void {
  asked.publish(null);
}

export const askedStore: ReadableStore<Asked | null> = asked;
