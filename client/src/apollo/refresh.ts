import type { ApolloClient } from '@apollo/client';

/** What the server derives from tickets: the lists they are in and the figures they add up to. */
type Derived = 'tickets' | 'ticketStats';

/**
 * Asks again for derived data on the screens that show it now; the others ask when they open. The eviction happens in a
 * passing layer that only finds the queries concerned: what is on screen stays until the answer is in.
 */
export function refresh(client: ApolloClient, ...fields: Derived[]): void {
  void client.refetchQueries({
    updateCache: (cache) => {
      for (const fieldName of fields) cache.evict({ id: 'ROOT_QUERY', fieldName });
    },
    optimistic: true,
  });
}
