import type { ApolloCache, FragmentType } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { gql } from '../../apollo/gql.js';
import { optimistically } from '../../apollo/optimistically.js';
import { refresh } from '../../apollo/refresh.js';
import { requestIdOf } from '../../apollo/requestId.js';
import {
  type UseUpdateTicket_TicketFragment,
  UseUpdateTicket_TicketFragmentDoc,
  UseUpdateTicket_WordsFragmentDoc,
} from '../../gql/graphql.js';
import { dismissToast, showToast } from '../../ui/feedback/toasts.js';
import { lazyValue } from '../../ui/lazyPart.js';
import { askWhoseValue } from './conflicts.js';
import { type Attempt, type Fault, negotiate } from './negotiation.js';
import { changedFields, describeChange, realChange, type TicketChange, valuesBefore } from './ticketChange.js';
import { inTurn } from './ticketQueue.js';
import { baseVersion } from './wordsVersions.js';

gql`
  fragment useUpdateTicket_ticket on Ticket {
    id
    number
    title
    category
    priority
    status
    version
    updatedAt
  }
  fragment useUpdateTicket_words on Ticket {
    id
    description
  }
  mutation UpdateTicket($input: UpdateTicketInput!) {
    updateTicket(input: $input) {
      ticket {
        ...useUpdateTicket_ticket @unmask
        ...useUpdateTicket_words @unmask
        ...TicketRow_ticket
        ...ManageRow_ticket
        ...TicketDetails_ticket
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`;

export type UpdatableTicket = FragmentType<typeof UseUpdateTicket_TicketFragmentDoc>;
/** A ticket as the person saw it when they decided. */
export type SeenTicket = UseUpdateTicket_TicketFragment & { description?: string };

interface UpdateOptions {
  /** What the person had before them, where that is older than the cache: a form opened a while ago. */
  seen?: SeenTicket;
  /** Leaves faults of the input to the caller, who shows them beside their field. */
  ownErrors?: boolean;
}

interface UpdateOutcome {
  /** False where nothing was stored; a form then keeps what was typed. */
  saved: boolean;
  faults: readonly Fault[];
}

type UpdateTicket = (ticket: UpdatableTicket, change: TicketChange, options?: UpdateOptions) => Promise<UpdateOutcome>;

/** A ticket as the cache has it, with its description where that was read, and the version that a change is based on. */
export function readSeenTicket(cache: ApolloCache, from: UpdatableTicket): SeenTicket | null {
  const ticket = cache.readFragment({ fragment: UseUpdateTicket_TicketFragmentDoc, from, optimistic: true });
  if (!ticket) return null;
  const id = cache.identify({ __typename: 'Ticket', id: ticket.id });
  const words = cache.readFragment({ id, fragment: UseUpdateTicket_WordsFragmentDoc, optimistic: true });
  if (!words) return ticket;
  const { description } = words;
  return { ...ticket, description, version: baseVersion(ticket.id, { description, version: ticket.version }) };
}

/** It asks for all that a ticket's page shows, and no first paint changes a ticket. */
const mutationDocument = lazyValue(
  async () => (await import('../../gql/documents/UpdateTicketDocument.js')).UpdateTicketDocument,
);

const unchanged: UpdateOutcome = { saved: true, faults: [] };

/**
 * Changes a ticket: on screen at once, taken back where the server refuses, undone from the toast by a change of its own.
 * Disagreements with another person's change are put to this one.
 */
export function useUpdateTicket(): UpdateTicket {
  const client = useApolloClient();
  return useCallback<UpdateTicket>(
    async function update(from, wanted, { seen: seenBefore, ownErrors } = {}) {
      const shown = client.readFragment({ fragment: UseUpdateTicket_TicketFragmentDoc, from, optimistic: true });
      const seen = seenBefore ?? readSeenTicket(client.cache, from);
      const change = seen ? realChange(wanted, seen) : {};
      if (!seen || !shown || changedFields(change).length === 0) return unchanged;

      const undo = () => void update(from, valuesBefore(change, seen));
      const announce = () =>
        showToast(describeChange(seen.number, change), { action: { label: 'Undo', keys: 'z', run: undo } });
      const attempt: Attempt = async (values, expectedVersion) => {
        const input = { id: seen.id, ...values, expectedVersion };
        const { data } = await client.mutate({ mutation: await mutationDocument(), variables: { input } });
        return data?.updateTicket ?? { ticket: null, userErrors: [] };
      };
      const predict = (cache: ApolloCache) => {
        const id = cache.identify({ __typename: 'Ticket', id: seen.id });
        const { description, ...others } = change;
        cache.writeFragment({ id, fragment: UseUpdateTicket_TicketFragmentDoc, data: { ...shown, ...others } });
        if (description === undefined) return;
        const data = { __typename: 'Ticket' as const, id: seen.id, description };
        cache.writeFragment({ id, fragment: UseUpdateTicket_WordsFragmentDoc, data });
      };

      let toast = announce();
      let faults: readonly Fault[] = [];
      const ask: typeof askWhoseValue = async (conflict) => {
        dismissToast(toast);
        const resolution = await askWhoseValue(conflict);
        if (resolution === 'mine') toast = announce();
        return resolution;
      };
      try {
        await optimistically(client.cache, predict, () =>
          inTurn(seen.id, async (lastVersion) => {
            const result = await negotiate({ change, seen, lastVersion, attempt, ask });
            faults = result.faults;
            return result.version;
          }),
        );
      } catch (error) {
        dismissToast(toast);
        const id = requestIdOf(error);
        showToast(`T-${seen.number} could not be saved${id ? ` (request ${id})` : ''}`, {
          tone: 'danger',
          action: { label: 'Try again', run: () => void update(from, wanted) },
        });
        return { saved: false, faults: [] };
      }
      refresh(client, 'ticketStats');
      const [fault] = faults;
      if (fault) dismissToast(toast);
      if (fault && !ownErrors) showToast(`T-${seen.number}: ${fault.message}`, { tone: 'danger' });
      return { saved: !fault, faults };
    },
    [client],
  );
}
