import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { gql } from '../../apollo/gql.js';
import { TicketTrail_TicketFragmentDoc } from '../../gql/graphql.js';
import { dateIn } from '../../time/calendar.js';
import { useNow } from '../../time/Time.js';
import { formatClock, formatExact, formatMoment } from '../../time/time.js';
import { useTimeZone } from '../../time/timeZone.js';
import { describeDoor, describeEvent, type TrailEvent } from './describeEvent.js';

gql`
  fragment TicketTrail_ticket on Ticket {
    id
    events(first: 50) {
      edges {
        cursor
        node {
          id
          type
          field
          from
          to
          source
          byWebClient
          actor
          createdAt
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`;

/** What happened to the ticket, newest first, in sentences. */
export function TicketTrail({ ticket: reference }: { ticket: FragmentType<typeof TicketTrail_TicketFragmentDoc> }) {
  const { data: ticket, complete } = useFragment({ fragment: TicketTrail_TicketFragmentDoc, from: reference });
  if (!complete) return null;
  return (
    <section aria-labelledby="trail">
      <h2 id="trail" className="mt-6 mb-2 text-12 font-medium text-body">
        Activity
      </h2>
      <ol>
        {ticket.events.edges.map(({ node }) => (
          <TrailLine key={node.id} event={node} />
        ))}
      </ol>
      {ticket.events.pageInfo.hasNextPage && <p className="py-1 pl-[26px] text-meta">Earlier events are left out.</p>}
    </section>
  );
}

function TrailLine({ event }: { event: TrailEvent }) {
  const timeZone = useTimeZone();
  const isToday = dateIn(Date.parse(event.createdAt), timeZone) === dateIn(useNow(), timeZone);
  const { icon: Icon, sentence } = describeEvent(event);
  return (
    <li className="group/line relative grid grid-cols-[16px_minmax(0,1fr)_auto] gap-x-2.5 py-[5px] text-body max-rail:grid-cols-[16px_minmax(0,1fr)]">
      <span className="absolute top-6 -bottom-1 left-[7.5px] w-px bg-line group-last/line:hidden" aria-hidden />
      <Icon size={16} strokeWidth={1.5} className="z-1 mt-0.5 bg-surface text-meta" aria-hidden />
      <span>
        {event.actor && <span>{`${event.actor}: `}</span>}
        <span>{sentence}</span>
        <span>{describeDoor(event)}</span>
      </span>
      <time
        dateTime={event.createdAt}
        title={formatExact(event.createdAt, timeZone)}
        className="digits text-12 whitespace-nowrap text-meta max-rail:col-start-2"
      >
        {isToday ? formatClock(event.createdAt, timeZone) : formatMoment(event.createdAt, timeZone)}
      </time>
    </li>
  );
}
