import type { ApolloClient } from '@apollo/client';
import { gql } from '../../apollo/gql.js';
import { optimistically } from '../../apollo/optimistically.js';
import { refresh } from '../../apollo/refresh.js';
import { reportFailure } from '../../apollo/reportFailure.js';
import {
  UpdateTicketsDocument,
  type UseUpdateTickets_TicketFragment,
  UseUpdateTickets_TicketFragmentDoc,
} from '../../gql/graphql.js';
import { dismissToast, showToast } from '../../ui/feedback/toasts.js';
import { countTickets } from '../vocabulary.js';
import { inBatches } from './inBatches.js';
import type { BulkChange } from './useUpdateTickets.js';

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

/** Changes any number of tickets: on screen immediately, and undone by giving each group its former value back. */
export async function changeTickets(client: ApolloClient, ids: readonly string[], change: BulkChange): Promise<void> {
  const seen = ids.flatMap((id) => {
    const from = { __typename: 'Ticket' as const, id };
    return client.readFragment({ fragment: UseUpdateTickets_TicketFragmentDoc, from, optimistic: true }) ?? [];
  });
  const send = async (batch: readonly string[], values: BulkChange): Promise<string | null> => {
    const targets = new Set(batch);
    const { data } = await optimistically(
      client.cache,
      (cache) => {
        for (const ticket of seen.filter(({ id }) => targets.has(id)))
          cache.writeFragment({
            id: cache.identify({ __typename: 'Ticket', id: ticket.id }),
            fragment: UseUpdateTickets_TicketFragmentDoc,
            data: { ...ticket, ...values },
          });
      },
      () => client.mutate({ mutation: UpdateTicketsDocument, variables: { input: { ids: [...batch], ...values } } }),
    );
    const refused = data?.updateTickets.results.filter(({ userErrors }) => userErrors.length > 0) ?? [];
    const fault = data?.updateTickets.userErrors[0] ?? refused[0]?.userErrors[0];
    const extent = refused.length > 0 ? `${refused.length} of ${batch.length} not changed: ` : '';
    return fault ? `${extent}${fault.message}` : null;
  };
  const sent: string[] = [];
  const undo = async () => {
    const changed = new Set(sent);
    const former = formerValues(
      seen.filter(({ id }) => changed.has(id)),
      change,
    );
    try {
      for (const group of former)
        await inBatches(group.ids, 'Giving back', async (batch) => {
          const fault = await send(batch, group.change);
          if (fault) showToast(fault, { tone: 'danger' });
        });
    } catch (error) {
      reportFailure('Not all changes could be undone', error);
    }
    refresh(client, 'ticketStats');
  };
  const announce = () =>
    showToast(`${countTickets(sent.length)} changed`, {
      action: { label: 'Undo', keys: 'z', run: () => void undo() },
    });
  try {
    await inBatches(ids, 'Changing', async (batch) => {
      sent.push(...batch);
      const toast = sent.length === ids.length ? announce() : null;
      try {
        const fault = await send(batch, change);
        if (fault) showToast(fault, { tone: 'danger' });
      } catch (error) {
        sent.splice(-batch.length);
        if (toast !== null) dismissToast(toast);
        throw error;
      }
    });
  } catch (error) {
    reportFailure(
      sent.length > 0 ? 'The other tickets could not be changed' : 'The tickets could not be changed',
      error,
    );
    if (sent.length > 0) announce();
  }
  refresh(client, 'ticketStats');
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
