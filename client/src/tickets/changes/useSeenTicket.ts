import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { UseUpdateTicket_TicketFragmentDoc } from '../../gql/graphql.js';
import type { SeenTicket, UpdatableTicket } from './useUpdateTicket.js';

/** The ticket as it was when the component appeared, whatever becomes of it meanwhile; null where the cache lacks it. */
export function useSeenTicket(ticket: UpdatableTicket): SeenTicket | null {
  const client = useApolloClient();
  const [seen] = useState(() => client.readFragment({ fragment: UseUpdateTicket_TicketFragmentDoc, from: ticket }));
  return seen;
}
