import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { gql } from '../../apollo/gql.js';
import { optimistically } from '../../apollo/optimistically.js';
import { refresh } from '../../apollo/refresh.js';
import { requestIdOf } from '../../apollo/requestId.js';
import {
  UpdateTicketsDocument,
  type UseUpdateTickets_TicketFragment,
  UseUpdateTickets_TicketFragmentDoc,
} from '../../gql/graphql.js';
import { dismissToast, showToast } from '../../ui/feedback/toasts.js';
import { countTickets } from '../vocabulary.js';
import type { TicketChange } from './ticketChange.js';

/** The server changes at most this many at once. */
export const SELECTION_LIMIT = 100;

/** What can be given to many at once. */
export type BulkChange = Pick<TicketChange, 'category' | 'priority' | 'status'>;

gql`
  fragment useUpdateTickets_ticket on Ticket {
    id
    category
    priority
    status
  }
  mutation UpdateTickets($input: UpdateTicketsInput!) {
    updateTickets(input: $input) {
      results {
        id
        ticket {
          ...useUpdateTickets_ticket
          ...TicketRow_ticket
          ...ManageRow_ticket
        }
        userErrors {
          code
          message
        }
      }
      userErrors {
        code
        message
      }
    }
  }
`;

/** Changes up to a hundred tickets at once: on screen immediately, and undone by giving each group its former value back. */
export function useUpdateTickets() {
  const client = useApolloClient();

  return useCallback(
    async (ids: readonly string[], change: BulkChange): Promise<void> => {
      const seen = ids.flatMap((id) => {
        const from = { __typename: 'Ticket' as const, id };
        return client.readFragment({ fragment: UseUpdateTickets_TicketFragmentDoc, from, optimistic: true }) ?? [];
      });
      const undo = () => void Promise.all(formerValues(seen, change).map((group) => run(group.ids, group.change)));
      const toast = showToast(`${countTickets(ids.length)} changed`, {
        action: { label: 'Undo', keys: 'z', run: undo },
      });
      const run = async (targets: readonly string[], values: BulkChange) => {
        try {
          const { data } = await optimistically(
            client.cache,
            (cache) => {
              for (const ticket of seen.filter(({ id }) => targets.includes(id)))
                cache.writeFragment({
                  id: cache.identify({ __typename: 'Ticket', id: ticket.id }),
                  fragment: UseUpdateTickets_TicketFragmentDoc,
                  data: { ...ticket, ...values },
                });
            },
            () =>
              client.mutate({
                mutation: UpdateTicketsDocument,
                variables: { input: { ids: [...targets], ...values } },
              }),
          );
          const refused = data?.updateTickets.results.filter(({ userErrors }) => userErrors.length > 0) ?? [];
          const fault = data?.updateTickets.userErrors[0] ?? refused[0]?.userErrors[0];
          if (fault) {
            const extent = refused.length > 0 ? `${refused.length} of ${targets.length} not changed: ` : '';
            showToast(`${extent}${fault.message}`, { tone: 'danger' });
          }
          refresh(client, 'ticketStats');
        } catch (error) {
          dismissToast(toast);
          const requestId = requestIdOf(error);
          showToast(`The tickets could not be changed${requestId ? ` (request ${requestId})` : ''}`, {
            tone: 'danger',
          });
        }
      };
      await run(ids, change);
    },
    [client],
  );
}

/** Who had which value before: one change per former combination gives all of them back. */
function formerValues(seen: readonly UseUpdateTickets_TicketFragment[], change: BulkChange) {
  const groups = new Map<string, { ids: string[]; change: BulkChange }>();
  for (const ticket of seen) {
    const former: BulkChange = {
      ...(change.category && { category: ticket.category }),
      ...(change.priority && { priority: ticket.priority }),
      ...(change.status && { status: ticket.status }),
    };
    const key = JSON.stringify(former);
    const group = groups.get(key) ?? { ids: [], change: former };
    group.ids.push(ticket.id);
    groups.set(key, group);
  }
  return [...groups.values()];
}
