import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { gql } from '../apollo/gql.js';
import { refresh } from '../apollo/refresh.js';
import { reportFailure } from '../apollo/reportFailure.js';
import { showToast } from '../ui/feedback/toasts.js';
import { lazyValue } from '../ui/lazyPart.js';

gql`
  mutation ClaimTicket($input: ClaimTicketInput!) {
    claimTicket(input: $input) {
      ticket {
        id
        number
        assignee {
          id
          displayName
        }
        ...useUpdateTicket_ticket
        ...TicketRow_ticket
        ...ManageRow_ticket
        ...TicketAside_ticket
        ...TicketProperties_ticket
      }
      userErrors {
        code
        message
      }
    }
  }
`;

/** It asks for all that a row shows, and is seldom wanted at first. */
const loadClaimTicket = lazyValue(
  async () => (await import('../gql/documents/ClaimTicketDocument.js')).ClaimTicketDocument,
);

/** Takes a ticket that is nobody's. Of two who do it at once one gets it, and the other is told who. */
export function useClaimTicket() {
  const client = useApolloClient();
  return useCallback(
    async (id: string): Promise<void> => {
      try {
        const { data } = await client.mutate({ mutation: await loadClaimTicket(), variables: { input: { id } } });
        const { ticket, userErrors = [] } = data?.claimTicket ?? {};
        const [fault] = userErrors;
        if (fault?.code === 'CONFLICT' && ticket?.assignee)
          showToast(`${ticket.assignee.displayName} was faster: T-${ticket.number} is theirs`, { tone: 'danger' });
        else if (fault) showToast(fault.message, { tone: 'danger' });
        else if (ticket) showToast(`T-${ticket.number} is yours`);
        refresh(client, 'tickets', 'ticketStats');
      } catch (error) {
        reportFailure('The ticket could not be assigned to you', error);
      }
    },
    [client],
  );
}
