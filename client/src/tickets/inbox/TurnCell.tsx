import { AlarmClock, Clock3, CornerUpLeft } from 'lucide-react';
import type { TicketRow_TicketFragment } from '../../gql/graphql.js';
import { Time, useNow } from '../../time/Time.js';
import { formatDay, formatMoment } from '../../time/time.js';
import { useTimeZone } from '../../time/timeZone.js';

/** Longer than this and an answer is late. */
const LATE_MS = 24 * 60 * 60_000;

/**
 * Whose turn it is. Only what waits for the team after an exchange carries a mark: an arrow, or a clock once it waits for more
 * than a day. A ticket that nobody has answered yet shows when it came in, as all others do.
 */
export function TurnCell({ ticket }: { ticket: TicketRow_TicketFragment }) {
  const now = useNow();
  const { waitingOn, waitingSince, messageCount, createdAt, isSnoozed } = ticket;
  if (isSnoozed) return <Rest until={ticket.snoozedUntil ?? null} />;
  if (waitingOn !== 'TEAM' || !waitingSince || messageCount < 2) {
    return <Time instant={createdAt} brief className="digits relative" />;
  }
  const isLate = now - Date.parse(waitingSince) > LATE_MS;
  const Icon = isLate ? Clock3 : CornerUpLeft;
  return (
    <span
      className={
        isLate
          ? 'relative inline-flex items-center gap-1 font-medium text-warn'
          : 'relative inline-flex items-center gap-1 font-medium text-strong'
      }
      title={isLate ? 'The requester has waited for more than a day' : 'The requester waits for us'}
    >
      <Icon size={13} strokeWidth={1.75} aria-hidden />
      <span className="sr-only">{isLate ? 'Late: waiting for us since' : 'Waiting for us since'}</span>
      <Time instant={waitingSince} brief className="digits" />
    </span>
  );
}

/** When a ticket that rests comes back. */
function Rest({ until }: { until: string | null }) {
  const timeZone = useTimeZone();
  const words = until ? `Snoozed until ${formatMoment(until, timeZone)}` : 'Snoozed until they answer';
  return (
    <span className="relative inline-flex items-center gap-1" title={words}>
      <AlarmClock size={13} strokeWidth={1.75} aria-hidden />
      <span className="sr-only">{words}</span>
      {until && (
        <span className="digits" aria-hidden>
          {formatDay(until, timeZone)}
        </span>
      )}
    </span>
  );
}
