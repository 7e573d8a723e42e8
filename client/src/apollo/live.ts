/**
 * What the desk tells by itself, over one WebSocket: that something changed, and of which ticket. Whoever shows tickets
 * asks again then. Where there is no socket the page looks every few seconds instead, and says so.
 */
import { createStore, type ReadableStore } from '../ui/store.js';

/** Whether changes are told; while it is not known yet, or not any more, the page looks by itself. */
export type LiveState = 'connecting' | 'live' | 'looking';

const state = createStore<LiveState>('connecting');
export const liveStore: ReadableStore<LiveState> = state;
export const reportLive = state.publish;

type Listener = (ticketId: string | null) => void;
const listeners = new Set<Listener>();

/** Null: anything may have changed. Answers with the way to stop. */
export function onChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function tellOfChange(ticketId: string | null): void {
  for (const listener of listeners) listener(ticketId);
}
