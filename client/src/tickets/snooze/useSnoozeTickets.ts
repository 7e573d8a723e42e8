import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { gql } from '../../apollo/gql.js';
import { refresh } from '../../apollo/refresh.js';
import { reportFailure } from '../../apollo/reportFailure.js';
import {
  SnoozeTicketsDocument,
  type UpdateTicketsInput,
  type UseSnoozeTickets_TicketFragment,
  UseSnoozeTickets_TicketFragmentDoc,
} from '../../gql/graphql.js';
import { formatMoment } from '../../time/time.js';
import { useTimeZone } from '../../time/timeZone.js';
import { showToast } from '../../ui/feedback/toasts.js';
import { inBatches } from '../changes/inBatches.js';
import { countTickets } from '../vocabulary.js';

gql`
  fragment useSnoozeTickets_ticket on Ticket {
    id
    number
    isSnoozed
    snoozedUntil
  }
  mutation SnoozeTickets($input: UpdateTicketsInput!) {
    updateTickets(input: $input) {
      results {
        id
        ticket {
          id
          ...useSnoozeTickets_ticket @unmask
          ...TicketRow_ticket
          ...SnoozeStrip_ticket
          ...useUpdateTicket_ticket
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

/** Until an instant, until an answer, or with null awake. */
export type Snooze = { until: string | null } | null;

type Former = Pick<UseSnoozeTickets_TicketFragment, 'isSnoozed' | 'snoozedUntil'>;

const snoozeOf = ({ isSnoozed, snoozedUntil }: Former): Snooze => (isSnoozed ? { until: snoozedUntil ?? null } : null);

function inputOf(snooze: Snooze): Pick<UpdateTicketsInput, 'snoozedUntil' | 'snoozeUntilAnswer'> {
  if (!snooze) return { snoozedUntil: null };
  return snooze.until ? { snoozedUntil: snooze.until } : { snoozeUntilAnswer: true };
}

/** Lets tickets rest or wakes them; undone by giving each its former rest back. */
export function useSnoozeTickets() {
  const client = useApolloClient();
  const timeZone = useTimeZone();
  return useCallback(
    async (ids: readonly string[], snooze: Snooze): Promise<void> => {
      const known = (id: string) =>
        client.readFragment({
          fragment: UseSnoozeTickets_TicketFragmentDoc,
          fragmentName: 'useSnoozeTickets_ticket',
          from: { __typename: 'Ticket' as const, id },
        });
      const before = new Map(ids.map((id) => [id, known(id) ?? { isSnoozed: false, snoozedUntil: null }]));
      const send = async (some: readonly string[], wanted: Snooze) => {
        const faults: string[] = [];
        const changed: UseSnoozeTickets_TicketFragment[] = [];
        await inBatches(some, 'Snoozing', async (batch) => {
          const { data } = await client.mutate({
            mutation: SnoozeTicketsDocument,
            variables: { input: { ids: [...batch], ...inputOf(wanted) } },
          });
          const { results = [], userErrors = [] } = data?.updateTickets ?? {};
          faults.push(...[...userErrors, ...results.flatMap((one) => one.userErrors)].map(({ message }) => message));
          changed.push(...results.flatMap(({ ticket }) => (ticket?.isSnoozed === (wanted !== null) ? ticket : [])));
        });
        if (faults[0]) showToast(faults[0], { tone: 'danger' });
        return changed;
      };
      const undo = async () => {
        const groups = Map.groupBy(before, ([, former]) => JSON.stringify(snoozeOf(former)));
        try {
          for (const [former, group] of groups)
            await send(
              group.map(([id]) => id),
              JSON.parse(former) as Snooze,
            );
        } catch (error) {
          reportFailure('Not every snooze could be undone', error);
        }
        refresh(client, 'tickets', 'ticketStats');
      };
      try {
        const changed = await send(ids, snooze);
        const [only, ...more] = changed;
        if (only) {
          const whom = more.length > 0 ? countTickets(changed.length) : `T-${only.number}`;
          showToast(`${whom} ${describeSnooze(snooze, timeZone)}`, {
            action: { label: 'Undo', keys: 'z', run: () => void undo() },
          });
        } else if (snooze) showToast('Finished tickets cannot be snoozed', { tone: 'danger' });
      } catch (error) {
        reportFailure('The tickets could not be snoozed', error);
      }
      refresh(client, 'tickets', 'ticketStats');
    },
    [client, timeZone],
  );
}

/** "snoozed until 30 Nov, 09:00" */
export function describeSnooze(snooze: Snooze, timeZone: string): string {
  if (!snooze) return 'woken';
  return snooze.until ? `snoozed until ${formatMoment(snooze.until, timeZone)}` : 'snoozed until they answer';
}
