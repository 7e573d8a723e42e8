import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { gql } from '../../apollo/gql.js';
import { reportFailure } from '../../apollo/reportFailure.js';
import { SetIncidentDocument, SimilarPageDocument } from '../../gql/graphql.js';
import { showToast } from '../../ui/feedback/toasts.js';
import { countTickets } from '../vocabulary.js';

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

/** Adds tickets to an incident, or removes them; either can be undone. */
export function useSetIncident() {
  const client = useApolloClient();
  return useCallback(
    async (tickets: readonly Named[], incident: Named, isAdding: boolean): Promise<void> => {
      const [only] = tickets.length === 1 ? tickets : [];
      const what = only ? `T-${only.number}` : countTickets(tickets.length);
      const set = async (into: boolean): Promise<void> => {
        try {
          const { data } = await client.mutate({
            mutation: SetIncidentDocument,
            variables: { input: { incidentId: into ? incident.id : null, ticketIds: tickets.map(({ id }) => id) } },
          });
          const [fault] = data?.setIncident.userErrors ?? [];
          if (fault) return void showToast(fault.message, { tone: 'danger' });
          void client.refetchQueries({
            // What is proposed beside a ticket follows from it.
            include: [SimilarPageDocument],
            updateCache(cache) {
              // The answer has the list of an incident that gains a ticket, and not of one that loses it.
              const id = into ? undefined : cache.identify({ __typename: 'Ticket', id: incident.id });
              if (id) cache.evict({ id, fieldName: 'incidentTickets' });
            },
            optimistic: true,
          });
          const were = only ? 'was' : 'were';
          const words = into ? `${were} added to` : `${were} removed from`;
          const undo = { label: 'Undo', keys: 'z', run: () => void set(!into) };
          showToast(`${what} ${words} T-${incident.number}`, into === isAdding ? { action: undo } : {});
        } catch (error) {
          reportFailure(`${what} could not be ${into ? 'added to' : 'removed from'} the incident`, error);
        }
      };
      await set(isAdding);
    },
    [client],
  );
}
