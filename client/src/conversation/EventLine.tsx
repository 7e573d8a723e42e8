import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { gql } from '../apollo/gql.js';
import { EventLine_EventFragmentDoc } from '../gql/graphql.js';
import { Moment } from '../time/Moment.js';
import { describeDoor, describeEvent } from './describeEvent.js';

gql`
  fragment EventLine_event on TicketEvent {
    id
    ticketNumber
    type
    field
    from
    to
    source
    byWebClient
    actor
    createdAt
  }
`;

interface EventLineProps {
  event: FragmentType<typeof EventLine_EventFragmentDoc>;
  /** Of the ticket whose timeline this is. */
  ticketNumber: number;
}

/** What happened to the ticket, in one line between the messages. */
export function EventLine({ event: reference, ticketNumber }: EventLineProps) {
  const { data: event, complete } = useFragment({ fragment: EventLine_EventFragmentDoc, from: reference });
  if (!complete) return null;
  const { icon: Icon, sentence } = describeEvent(event);
  return (
    <div className="grid min-h-7 grid-cols-[24px_minmax(0,1fr)_auto] items-center gap-x-3 py-0.5 text-12 text-meta">
      <Icon size={14} strokeWidth={1.5} className="justify-self-center" aria-hidden />
      <span>
        {event.ticketNumber !== ticketNumber && <span>{`T-${event.ticketNumber}: `}</span>}
        {event.actor && <span>{`${event.actor}: `}</span>}
        <span>{sentence}</span>
        <span>{describeDoor(event)}</span>
      </span>
      <Moment instant={event.createdAt} />
    </div>
  );
}
