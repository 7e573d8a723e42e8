import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { gql } from '../apollo/gql.js';
import { refresh } from '../apollo/refresh.js';
import { reportFailure } from '../apollo/reportFailure.js';
import { inBatches } from '../tickets/changes/inBatches.js';
import { countTickets } from '../tickets/vocabulary.js';
import { showToast } from '../ui/feedback/toasts.js';
import { lazyValue } from '../ui/lazyPart.js';
import type { Whose } from './assigning.js';

gql`
  mutation AssignTickets($input: UpdateTicketsInput!) {
    updateTickets(input: $input) {
      results {
        id
        ticket {
          id
          ...useUpdateTicket_ticket
          ...TicketRow_ticket
          ...ManageRow_ticket
          ...TicketAside_ticket
          ...TicketProperties_ticket
        }
        userErrors {
          message
        }
      }
      userErrors {
        message
      }
    }
  }
`;

/** It asks for all that a row shows, and is seldom wanted at first. */
const loadAssignTickets = lazyValue(
  async () => (await import('../gql/documents/AssignTicketsDocument.js')).AssignTicketsDocument,
);

export function useAssignTickets() {
  const client = useApolloClient();
  return useCallback(
    async (ids: readonly string[], to: Whose, name: string): Promise<void> => {
      const faults: string[] = [];
      try {
        await inBatches(ids, 'Assigning', async (batch) => {
          const { data } = await client.mutate({
            mutation: await loadAssignTickets(),
            variables: { input: { ids: [...batch], ...to } },
          });
          const { results = [], userErrors = [] } = data?.updateTickets ?? {};
          faults.push(
            ...[...userErrors, ...results.flatMap((result) => result.userErrors)].map(({ message }) => message),
          );
        });
        const [fault] = faults;
        if (fault) showToast(fault, { tone: 'danger' });
        else showToast(`${countTickets(ids.length)} given to ${name}`);
      } catch (error) {
        reportFailure('Not all tickets could be assigned', error);
      }
      refresh(client, 'tickets', 'ticketStats');
    },
    [client],
  );
}
