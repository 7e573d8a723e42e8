import type { ApolloCache } from '@apollo/client';

let layers = 0;

/**
 * Shows a change at once in a cache layer of its own, for as long as the work takes. Dropping the layer is the rollback; where
 * the work succeeded, the server's answer already lies beneath it. Apollo's own optimistic responses must predict everything a
 * mutation returns, trail and suggestion included; here only what the person changed is predicted.
 */
export async function optimistically<T>(
  cache: ApolloCache,
  predict: (cache: ApolloCache) => void,
  work: () => Promise<T>,
): Promise<T> {
  const layer = `optimistic:${++layers}`;
  cache.batch({ optimistic: layer, update: predict });
  try {
    return await work();
  } finally {
    cache.removeOptimistic(layer);
  }
}
