import { liveStore, reportLive } from './live.js';
import type { Followed } from './liveSocket.js';

/** The first rows come before anything else does. */
const REST_MS = 1_000;
/** How long a socket may take until the page looks by itself. */
const PATIENCE_MS = 5_000;

/** Follows one subscription, going on where it was after each interruption. Answers with the way to stop. */
export function followLive<Data>(followed: Followed<Data>): () => void {
  let stop: () => void = () => undefined;
  let isStopped = false;
  const begin = async () => {
    try {
      const { openSocket } = await import('./liveSocket.js');
      if (!isStopped) stop = openSocket(followed);
    } catch {
      // It could not be loaded; the page looks by itself.
    }
  };
  const rest = setTimeout(() => void begin(), REST_MS);
  const patience = setTimeout(() => {
    if (liveStore.read() === 'connecting') reportLive('looking');
  }, PATIENCE_MS);
  return () => {
    isStopped = true;
    clearTimeout(rest);
    clearTimeout(patience);
    stop();
    reportLive('connecting');
  };
}
