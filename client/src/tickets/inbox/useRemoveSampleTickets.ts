import { useApolloClient, useMutation } from '@apollo/client/react';
import { gql } from '../../apollo/gql.js';
import { refresh } from '../../apollo/refresh.js';
import { requestIdOf } from '../../apollo/requestId.js';
import { RemoveSampleTicketsDocument } from '../../gql/graphql.js';
import { showToast } from '../../ui/feedback/toasts.js';

gql`
  mutation RemoveSampleTickets {
    removeSampleTickets {
      removedCount
      userErrors {
        message
      }
    }
  }
`;

/** Leaves the desk to tickets of its own. */
export function useRemoveSampleTickets() {
  const client = useApolloClient();
  const [mutate, { loading }] = useMutation(RemoveSampleTicketsDocument);
  const removeSamples = async () => {
    try {
      const { data } = await mutate();
      const fault = data?.removeSampleTickets.userErrors[0];
      const count = data?.removeSampleTickets.removedCount ?? 0;
      if (fault) showToast(fault.message, { tone: 'danger' });
      else showToast(count === 0 ? 'There are no sample tickets' : `${count} sample tickets removed`);
      refresh(client, 'tickets', 'ticketStats');
    } catch (error) {
      const requestId = requestIdOf(error);
      showToast(`No samples were removed${requestId ? ` (request ${requestId})` : ''}`, { tone: 'danger' });
    }
  };
  return { removeSamples, removing: loading };
}
