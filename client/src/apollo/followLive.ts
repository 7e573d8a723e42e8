import { liveStore, reportLive } from './live.js';
import type { Followed } from './liveSocket.js';

/** The first rows come before anything else does. */
const REST_MS = 1_000;
/** How long a socket may take until the page looks by itself. */
const PATIENCE_MS = 5_000;

let isAtRest = false;

/** Follows one subscription, going on where it was after each interruption. Answers with the way to stop. */
export function followLive<Data, Variables extends Record<string, unknown>>(
  followed: Followed<Data, Variables>,
): () => void {
  let stop: () => void = () => undefined;
  let isStopped = false;
  const begin = async () => {
    isAtRest = true;
    try {
      const { subscribe } = await import('./liveSocket.js');
      if (!isStopped) stop = subscribe(followed);
    } catch {
      // It could not be loaded; the page looks by itself.
    }
  };
  const rest = setTimeout(() => void begin(), isAtRest ? 0 : REST_MS);
  const patience = setTimeout(() => {
    if (liveStore.read() === 'connecting') reportLive('looking');
  }, PATIENCE_MS);
  return () => {
    isStopped = true;
    clearTimeout(rest);
    clearTimeout(patience);
    stop();
  };
}
