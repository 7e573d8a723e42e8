import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Link } from 'react-router';
import { gql } from '../apollo/gql.js';
import { TicketLine_TicketFragmentDoc } from '../gql/graphql.js';
import { PriorityGlyph } from '../tickets/glyphs.js';
import { Time } from '../time/Time.js';

gql`
  fragment TicketLine_ticket on Ticket {
    id
    number
    title
    priority
    status
    createdAt
    waitingSince
  }
`;

export type TicketReference = FragmentType<typeof TicketLine_TicketFragmentDoc>;

interface TicketLineProps {
  ticket: TicketReference;
  /** From when its age is counted. */
  since: 'createdAt' | 'waitingSince';
}

/** One ticket of a panel, which leads to it. */
export function TicketLine({ ticket: reference, since }: TicketLineProps) {
  const { data: ticket, complete } = useFragment({ fragment: TicketLine_TicketFragmentDoc, from: reference });
  if (!complete) return null;
  const { number, title, priority } = ticket;
  return (
    <li>
      <Link
        to={`/tickets/${number}`}
        className="flex h-8 min-w-0 items-center gap-2 rounded-2 px-2 -outline-offset-2 hover:bg-hover max-rail:h-11"
      >
        <PriorityGlyph priority={priority} label />
        <span className="digits w-14 flex-none text-12 text-meta">{`T-${number}`}</span>
        <span className="cut min-w-0 flex-1" dir="auto">
          {title}
        </span>
        {ticket[since] && <Time instant={ticket[since]} brief className="flex-none text-12 text-meta" />}
      </Link>
    </li>
  );
}
