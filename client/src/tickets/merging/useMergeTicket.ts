import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { gql } from '../../apollo/gql.js';
import { refresh } from '../../apollo/refresh.js';
import { reportFailure } from '../../apollo/reportFailure.js';
import { MergeTicketDocument } from '../../gql/graphql.js';
import { showToast } from '../../ui/feedback/toasts.js';
import { useUnmergeTicket } from './useUnmergeTicket.js';

gql`
  mutation MergeTicket($input: MergeTicketsInput!) {
    mergeTickets(input: $input) {
      ticket {
        id
        number
        ...TicketDetails_ticket
      }
      mergedTickets {
        id
        ...TicketDetails_ticket
      }
      userErrors {
        message
      }
    }
  }
`;

interface Named {
  readonly id: string;
  readonly number: number;
}

/** Merges one ticket into another, whoever asked either. Answers the number of the ticket that goes on; null where it failed. */
export function useMergeTicket() {
  const client = useApolloClient();
  const unmerge = useUnmergeTicket();
  return useCallback(
    async (ticket: Named, into: Named): Promise<number | null> => {
      try {
        const { data } = await client.mutate({
          mutation: MergeTicketDocument,
          variables: { input: { intoId: into.id, ids: [ticket.id], allowDifferentRequesters: true } },
        });
        const [fault] = data?.mergeTickets.userErrors ?? [];
        const goesOn = data?.mergeTickets.ticket;
        if (fault || !goesOn) {
          if (fault) showToast(fault.message, { tone: 'danger' });
          return null;
        }
        refresh(client, 'tickets', 'ticketStats');
        showToast(`T-${ticket.number} merged into T-${goesOn.number}`, {
          action: { label: 'Undo', keys: 'z', run: () => void unmerge(ticket) },
        });
        return goesOn.number;
      } catch (error) {
        reportFailure(`T-${ticket.number} could not be merged`, error);
        return null;
      }
    },
    [client, unmerge],
  );
}
