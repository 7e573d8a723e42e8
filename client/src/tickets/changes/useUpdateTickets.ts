import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { lazyValue } from '../../ui/lazyPart.js';
import type { TicketChange } from './ticketChange.js';

/** What can be given to many at once. */
export type BulkChange = Pick<TicketChange, 'category' | 'priority' | 'status'>;

/** Nobody changes many tickets before the first are there. */
const load = lazyValue(async () => (await import('./changeTickets.js')).changeTickets);

export function useUpdateTickets() {
  const client = useApolloClient();
  return useCallback(
    async (ids: readonly string[], change: BulkChange): Promise<void> => (await load())(client, ids, change),
    [client],
  );
}
