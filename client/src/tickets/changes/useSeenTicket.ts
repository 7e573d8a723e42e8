import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { readSeenTicket, type SeenTicket, type UpdatableTicket } from './useUpdateTicket.js';

/** The ticket as it was when the component appeared, whatever becomes of it meanwhile; null where the cache lacks it. */
export function useSeenTicket(ticket: UpdatableTicket): SeenTicket | null {
  const client = useApolloClient();
  const [seen] = useState(() => readSeenTicket(client.cache, ticket));
  return seen;
}
