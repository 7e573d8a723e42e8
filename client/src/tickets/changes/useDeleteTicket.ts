import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { gql } from '../../apollo/gql.js';
import { refresh } from '../../apollo/refresh.js';
import { requestIdOf } from '../../apollo/requestId.js';
import { DeleteTicketDocument } from '../../gql/graphql.js';
import { showToast } from '../../ui/feedback/toasts.js';

gql`
  mutation DeleteTicket($input: DeleteTicketInput!) {
    deleteTicket(input: $input) {
      deletedTicketId
      userErrors {
        code
        message
      }
    }
  }
`;

/** Deletes for good, after the person was asked. Answers whether the ticket is gone. */
export function useDeleteTicket() {
  const client = useApolloClient();
  return useCallback(
    async ({ id, number }: { id: string; number: number }): Promise<boolean> => {
      try {
        const { data } = await client.mutate({ mutation: DeleteTicketDocument, variables: { input: { id } } });
        const fault = data?.deleteTicket.userErrors.find(({ code }) => code !== 'NOT_FOUND');
        if (fault) {
          showToast(fault.message, { tone: 'danger' });
          return false;
        }
        showToast(`T-${number} deleted`);
        refresh(client, 'ticketStats', 'tickets');
        return true;
      } catch (error) {
        const requestId = requestIdOf(error);
        showToast(`T-${number} could not be deleted${requestId ? ` (request ${requestId})` : ''}`, { tone: 'danger' });
        return false;
      }
    },
    [client],
  );
}
