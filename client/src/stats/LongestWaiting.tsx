import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Link } from 'react-router';
import { gql } from '../apollo/gql.js';
import { LongestWaiting_TicketFragmentDoc } from '../gql/graphql.js';
import { inboxPath } from '../tickets/filters/ticketFilters.js';
import { PriorityGlyph } from '../tickets/glyphs.js';
import { Time } from '../time/Time.js';
import { formatNumber } from '../time/time.js';
import { Panel } from '../ui/feedback/Panel.js';

gql`
  fragment LongestWaiting_ticket on Ticket {
    id
    number
    title
    priority
    waitingSince
  }
`;

type Reference = FragmentType<typeof LongestWaiting_TicketFragmentDoc>;

interface LongestWaitingProps {
  tickets: { readonly edges: readonly { readonly node: Reference & { readonly id: string } }[] };
  /** How many wait in all; null while unknown. */
  count: number | null;
}

/** The requesters who have waited longest for the team; each line leads to its ticket. */
export function LongestWaiting({ tickets: { edges }, count }: LongestWaitingProps) {
  const all = inboxPath({ waiting: ['TEAM'], order: { field: 'WAITING_SINCE', direction: 'ASC' } });
  return (
    <Panel
      title="Waiting longest"
      aside={
        count !== null &&
        count > 0 && (
          <Link to={all} className="text-meta hover:underline">
            {`${formatNumber(count)} ${count === 1 ? 'waits' : 'wait'} for the team`}
          </Link>
        )
      }
    >
      {edges.length === 0 ? (
        <p className="text-meta">Nobody waits for the team.</p>
      ) : (
        <ul className="-mx-2">
          {/* The inbox may have loaded more of the same list. */}
          {edges.slice(0, 5).map(({ node }) => (
            <WaitingLine key={node.id} ticket={node} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function WaitingLine({ ticket: reference }: { ticket: Reference }) {
  const { data: ticket, complete } = useFragment({ fragment: LongestWaiting_TicketFragmentDoc, from: reference });
  if (!complete) return null;
  const { number, title, priority, waitingSince } = ticket;
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
        {waitingSince && <Time instant={waitingSince} brief className="flex-none text-12 text-meta" />}
      </Link>
    </li>
  );
}
