import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { gql } from '../../apollo/gql.js';
import { reportFailure } from '../../apollo/reportFailure.js';
import { SetIncidentDocument } from '../../gql/graphql.js';
import { showToast } from '../../ui/feedback/toasts.js';

gql`
  mutation SetIncident($input: SetIncidentInput!) {
    setIncident(input: $input) {
      incident {
        id
        ...TicketDetails_ticket
      }
      tickets {
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

/** Adds a ticket to an incident, or removes it; either can be undone. */
export function useSetIncident() {
  const client = useApolloClient();
  return useCallback(
    async (ticket: Named, incident: Named, isTelling: boolean): Promise<void> => {
      const set = async (into: boolean): Promise<void> => {
        try {
          const { data } = await client.mutate({
            mutation: SetIncidentDocument,
            variables: { input: { incidentId: into ? incident.id : null, ticketIds: [ticket.id] } },
          });
          const [fault] = data?.setIncident.userErrors ?? [];
          if (fault) return void showToast(fault.message, { tone: 'danger' });
          // The answer has the list of an incident that gains a ticket, and not of one that loses it.
          if (!into) {
            const id = client.cache.identify({ __typename: 'Ticket', id: incident.id });
            void client.refetchQueries({
              updateCache: (cache) => cache.evict({ ...(id ? { id } : {}), fieldName: 'incidentTickets' }),
              optimistic: true,
            });
          }
          const words = into ? 'was added to' : 'was removed from';
          const undo = { label: 'Undo', keys: 'z', run: () => void set(!into) };
          showToast(`T-${ticket.number} ${words} T-${incident.number}`, into === isTelling ? { action: undo } : {});
        } catch (error) {
          reportFailure(`T-${ticket.number} could not be ${into ? 'added to' : 'removed from'} the incident`, error);
        }
      };
      await set(isTelling);
    },
    [client],
  );
}
