import { Link } from 'react-router';
import { inboxPath } from '../tickets/filters/ticketFilters.js';
import { formatNumber } from '../time/time.js';
import { Panel } from '../ui/feedback/Panel.js';
import { TicketLine, type TicketReference } from './TicketLine.js';

interface LongestWaitingProps {
  tickets: { readonly edges: readonly { readonly node: TicketReference & { readonly id: string } }[] };
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
            <TicketLine key={node.id} ticket={node} since="waitingSince" />
          ))}
        </ul>
      )}
    </Panel>
  );
}
