import type { ApolloCache } from '@apollo/client';

let layers = 0;
let pending = 0;

/** Only while something is not saved yet: a standing listener would keep the page out of the browser's back-forward cache. */
const askBeforeLeaving = (event: BeforeUnloadEvent) => event.preventDefault();

function begin(): void {
  if (pending++ === 0) globalThis.addEventListener?.('beforeunload', askBeforeLeaving);
}

function end(): void {
  if (--pending === 0) globalThis.removeEventListener?.('beforeunload', askBeforeLeaving);
}

/**
 * Shows a change at once in a cache layer of its own, for as long as the work takes. Dropping the layer is the rollback; where
 * the work succeeded, the server's answer already lies beneath it. Apollo's own optimistic responses must predict everything a
 * mutation returns, trail and suggestion included; here only what the person changed is predicted. Whoever leaves the page
 * meanwhile is asked first: what is shown as done is not saved yet.
 */
export async function optimistically<T>(
  cache: ApolloCache,
  predict: (cache: ApolloCache) => void,
  work: () => Promise<T>,
): Promise<T> {
  const layer = `optimistic:${++layers}`;
  cache.batch({ optimistic: layer, update: predict });
  begin();
  try {
    return await work();
  } finally {
    end();
    cache.removeOptimistic(layer);
  }
}
