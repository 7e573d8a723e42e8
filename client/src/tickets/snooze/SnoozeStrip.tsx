import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { AlarmClock } from 'lucide-react';
import { gql } from '../../apollo/gql.js';
import { SnoozeStrip_TicketFragmentDoc } from '../../gql/graphql.js';
import { formatMoment } from '../../time/time.js';
import { useTimeZone } from '../../time/timeZone.js';
import { Button } from '../../ui/controls/Button.js';
import { useSnoozeTickets } from './useSnoozeTickets.js';

gql`
  fragment SnoozeStrip_ticket on Ticket {
    id
    isSnoozed
    snoozedUntil
  }
`;

/** Says of a ticket that rests when it returns. */
export function SnoozeStrip({ ticket: reference }: { ticket: FragmentType<typeof SnoozeStrip_TicketFragmentDoc> }) {
  const { data: ticket, complete } = useFragment({ fragment: SnoozeStrip_TicketFragmentDoc, from: reference });
  const timeZone = useTimeZone();
  const snooze = useSnoozeTickets();
  if (!complete || !ticket.isSnoozed) return null;
  return (
    <p
      role="status"
      className="mb-3 flex min-h-9 items-center gap-2 rounded-2 border border-line px-3 text-12 text-body max-rail:min-h-11"
    >
      <AlarmClock size={14} strokeWidth={1.5} className="flex-none text-meta" aria-hidden />
      <span className="grow">
        {ticket.snoozedUntil ? (
          <>
            Snoozed until{' '}
            <time dateTime={ticket.snoozedUntil} className="digits">
              {formatMoment(ticket.snoozedUntil, timeZone)}
            </time>
            , or an answer
          </>
        ) : (
          'Snoozed until they answer'
        )}
      </span>
      <Button size="sm" tone="ghost" onClick={() => void snooze([ticket.id], null)}>
        Wake now
      </Button>
    </p>
  );
}
