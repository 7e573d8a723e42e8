import type { FragmentType } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { gql } from '../../apollo/gql.js';
import { optimistically } from '../../apollo/optimistically.js';
import { refresh } from '../../apollo/refresh.js';
import { requestIdOf } from '../../apollo/requestId.js';
import {
  UpdateTicketDocument,
  type UpdateTicketMutation,
  type UseUpdateTicket_TicketFragment,
  UseUpdateTicket_TicketFragmentDoc,
} from '../../gql/graphql.js';
import { dismissToast, showToast } from '../../ui/toasts.js';
import { askWhoseValue } from './conflicts.js';
import {
  changedFields,
  describeChange,
  disputedFields,
  realChange,
  type TicketChange,
  valuesBefore,
} from './ticketChange.js';
import { inTurn } from './ticketQueue.js';

gql`
  fragment useUpdateTicket_ticket on Ticket {
    id
    number
    title
    description
    category
    priority
    status
    version
    updatedAt
  }
  mutation UpdateTicket($input: UpdateTicketInput!) {
    updateTicket(input: $input) {
      ticket {
        ...useUpdateTicket_ticket @unmask
        ...TicketRow_ticket
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
export type SeenTicket = UseUpdateTicket_TicketFragment;
type UserError = UpdateTicketMutation['updateTicket']['userErrors'][number];

interface UpdateOptions {
  /** What the person had before them, where that is older than the cache: a form opened a while ago. */
  seen?: SeenTicket;
  /** Leaves faults of the input to the caller, who shows them beside their field. */
  ownErrors?: boolean;
}

export type UpdateTicket = (
  ticket: UpdatableTicket,
  change: TicketChange,
  options?: UpdateOptions,
) => Promise<readonly UserError[]>;

/**
 * Changes a ticket: on screen at once, taken back where the server refuses, undone from the toast by a change of its own.
 * Disagreements with another person's change are put to this one. Resolves with the faults of the input, if any.
 */
export function useUpdateTicket(): UpdateTicket {
  const client = useApolloClient();

  /** Sends until the server accepts, asking wherever both changed the same field. Answers with the version it left. */
  const send = useCallback(
    async (change: TicketChange, seen: SeenTicket, lastVersion: number, faults: UserError[]): Promise<number> => {
      const expectedVersion = Math.max(seen.version, lastVersion);
      const input = { id: seen.id, ...change, expectedVersion };
      const { data } = await client.mutate({ mutation: UpdateTicketDocument, variables: { input } });
      if (!data) return lastVersion;
      const { ticket, userErrors } = data.updateTicket;
      if (!ticket || !userErrors.some(({ code }) => code === 'CONFLICT')) {
        faults.push(...userErrors);
        return ticket?.version ?? lastVersion;
      }
      const fields = disputedFields(change, seen, ticket);
      const conflict = { number: seen.number, fields, seen, mine: change, theirs: ticket, changedAt: ticket.updatedAt };
      const keepMine = fields.length === 0 || (await askWhoseValue(conflict)) === 'mine';
      const rest = keepMine ? change : without(change, fields);
      return changedFields(rest).length > 0 ? send(rest, ticket, ticket.version, faults) : ticket.version;
    },
    [client],
  );

  return useCallback<UpdateTicket>(
    async function update(from, wanted, { seen: seenBefore, ownErrors } = {}) {
      const shown = client.readFragment({ fragment: UseUpdateTicket_TicketFragmentDoc, from, optimistic: true });
      const seen = seenBefore ?? shown;
      if (!seen || !shown) return [];
      const change = realChange(wanted, seen);
      if (changedFields(change).length === 0) return [];

      const undo = () => void update(from, valuesBefore(change, seen));
      const toast = showToast(describeChange(seen.number, change), { action: { label: 'Undo', keys: 'z', run: undo } });
      const faults: UserError[] = [];
      try {
        await optimistically(
          client.cache,
          (cache) =>
            cache.writeFragment({
              id: cache.identify({ __typename: 'Ticket', id: seen.id }),
              fragment: UseUpdateTicket_TicketFragmentDoc,
              data: { ...shown, ...change },
            }),
          () => inTurn(seen.id, (lastVersion) => send(change, seen, lastVersion, faults)),
        );
        refresh(client, 'ticketStats');
      } catch (error) {
        dismissToast(toast);
        const id = requestIdOf(error);
        showToast(`T-${seen.number} could not be saved${id ? ` (request ${id})` : ''}`, {
          tone: 'danger',
          action: { label: 'Try again', run: () => void update(from, wanted) },
        });
      }
      const [fault] = faults;
      if (fault) dismissToast(toast);
      if (fault && !ownErrors) showToast(`T-${seen.number}: ${fault.message}`, { tone: 'danger' });
      return faults;
    },
    [client, send],
  );
}

function without(change: TicketChange, fields: readonly string[]): TicketChange {
  return Object.fromEntries(Object.entries(change).filter(([field]) => !fields.includes(field)));
}
