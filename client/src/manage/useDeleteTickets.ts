import { useApolloClient, useMutation } from '@apollo/client/react';
import { useCallback } from 'react';
import { gql } from '../apollo/gql.js';
import { refresh } from '../apollo/refresh.js';
import { reportFailure } from '../apollo/reportFailure.js';
import { DeleteTicketsDocument } from '../gql/graphql.js';
import { inBatches } from '../tickets/changes/inBatches.js';
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

/** Deletes any number of tickets for good, after the person was asked. */
export function useDeleteTickets() {
  const client = useApolloClient();
  const [mutate] = useMutation(DeleteTicketsDocument);
  return useCallback(
    async (ids: readonly string[]): Promise<void> => {
      let deleted = 0;
      try {
        await inBatches(ids, 'Deleting', async (batch) => {
          const { data } = await mutate({ variables: { input: { ids: [...batch] } } });
          const { deletedTicketIds = [], userErrors = [] } = data?.deleteTickets ?? {};
          deleted += deletedTicketIds.length;
          const [fault] = userErrors;
          if (fault) showToast(fault.message, { tone: 'danger' });
        });
      } catch (error) {
        reportFailure(
          deleted > 0 ? 'The other tickets could not be deleted' : 'The tickets could not be deleted',
          error,
        );
      }
      if (deleted > 0) showToast(`${countTickets(deleted)} deleted`);
      refresh(client, 'tickets', 'ticketStats');
    },
    [mutate, client],
  );
}
