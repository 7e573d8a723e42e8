import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { gql } from '../../apollo/gql.js';
import { refresh } from '../../apollo/refresh.js';
import { reportFailure } from '../../apollo/reportFailure.js';
import { UnmergeTicketDocument } from '../../gql/graphql.js';
import { showToast } from '../../ui/feedback/toasts.js';

gql`
  mutation UnmergeTicket($input: UnmergeTicketInput!) {
    unmergeTicket(input: $input) {
      ticket {
        id
        ...TicketDetails_ticket
      }
      formerTarget {
        id
        ...TicketDetails_ticket
      }
      userErrors {
        message
      }
    }
  }
`;

/** Lets a merged ticket stand for itself again. */
export function useUnmergeTicket() {
  const client = useApolloClient();
  return useCallback(
    async ({ id, number }: { readonly id: string; readonly number: number }): Promise<void> => {
      try {
        const { data } = await client.mutate({ mutation: UnmergeTicketDocument, variables: { input: { id } } });
        const [fault] = data?.unmergeTicket.userErrors ?? [];
        if (fault) return void showToast(fault.message, { tone: 'danger' });
        refresh(client, 'tickets', 'ticketStats');
        showToast(`T-${number} is a ticket of its own again`);
      } catch (error) {
        reportFailure(`T-${number} could not be taken apart`, error);
      }
    },
    [client],
  );
}
