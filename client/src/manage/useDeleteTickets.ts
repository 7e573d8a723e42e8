import { useApolloClient, useMutation } from '@apollo/client/react';
import { useCallback } from 'react';
import { gql } from '../apollo/gql.js';
import { refresh } from '../apollo/refresh.js';
import { requestIdOf } from '../apollo/requestId.js';
import { DeleteTicketsDocument } from '../gql/graphql.js';
import { countTickets } from '../tickets/vocabulary.js';
import { showToast } from '../ui/feedback/toasts.js';

gql`
  mutation DeleteTickets($input: DeleteTicketsInput!) {
    deleteTickets(input: $input) {
      deletedTicketIds
      userErrors {
        message
      }
    }
  }
`;

/** Deletes up to a hundred tickets for good, after the person was asked. */
export function useDeleteTickets() {
  const client = useApolloClient();
  const [mutate] = useMutation(DeleteTicketsDocument);
  return useCallback(
    async (ids: readonly string[]): Promise<void> => {
      try {
        const { data } = await mutate({ variables: { input: { ids: [...ids] } } });
        const { deletedTicketIds = [], userErrors = [] } = data?.deleteTickets ?? {};
        const [fault] = userErrors;
        if (fault) showToast(fault.message, { tone: 'danger' });
        else showToast(`${countTickets(deletedTicketIds.length)} deleted`);
        refresh(client, 'tickets', 'ticketStats');
      } catch (error) {
        const requestId = requestIdOf(error);
        showToast(`The tickets could not be deleted${requestId ? ` (request ${requestId})` : ''}`, { tone: 'danger' });
      }
    },
    [mutate, client],
  );
}
