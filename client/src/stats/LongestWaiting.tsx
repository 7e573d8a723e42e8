import { gql } from '../apollo/gql.js';
import type { LongestWaiting_TicketsFragment } from '../gql/graphql.js';
import { inboxPath } from '../tickets/filters/ticketFilters.js';
import { priorityNames } from '../tickets/vocabulary.js';
import { formatNumber } from '../time/time.js';
import { Panel } from '../ui/feedback/Panel.js';
import { CsvButton } from './CsvButton.js';
import { TicketLine } from './TicketLine.js';

gql`
  fragment LongestWaiting_tickets on TicketConnection {
    totalCount
    edges {
      cursor
      node {
        id
        number
        title
        priority
        waitingSince
        ...TicketLine_ticket
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
`;

interface LongestWaitingProps {
  tickets: LongestWaiting_TicketsFragment;
}

/** The requesters who have waited longest for the team; each line leads to its ticket. */
export function LongestWaiting({ tickets: { edges, totalCount: count = null } }: LongestWaitingProps) {
  const all = inboxPath({ waiting: ['TEAM'], order: { field: 'WAITING_SINCE', direction: 'ASC' } });
  return (
    <Panel
      title="Waiting longest"
      to={all}
      aside={
        count !== null &&
        count > 0 && (
          <>
            <span className="text-meta">{`${formatNumber(count)} ${count === 1 ? 'waits' : 'wait'} for the team`}</span>
            <CsvButton
              name="Waiting longest"
              columns={['Ticket', 'Title', 'Priority', 'Waiting since']}
              rows={() =>
                edges
                  .slice(0, 5)
                  .map(({ node: { number, title, priority, waitingSince } }) => [
                    `T-${number}`,
                    title,
                    priorityNames[priority],
                    waitingSince ?? null,
                  ])
              }
            />
          </>
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
