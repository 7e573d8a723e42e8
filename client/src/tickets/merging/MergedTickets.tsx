import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Undo2 } from 'lucide-react';
import { Link } from 'react-router';
import { gql } from '../../apollo/gql.js';
import { Words } from '../../conversation/Words.js';
import { MergedTickets_TicketFragmentDoc } from '../../gql/graphql.js';
import { Button } from '../../ui/controls/Button.js';
import { useUnmergeTicket } from './useUnmergeTicket.js';

gql`
  fragment MergedTickets_ticket on Ticket {
    id
    requester {
      id
    }
    mergedTickets(first: 50) {
      totalCount
      edges {
        cursor
        node {
          id
          number
          title
          description
          requester {
            id
            displayName
          }
        }
      }
    }
  }
`;

/** What goes on in this ticket: the first words of each, and the way to take it apart. */
export function MergedTickets({ ticket: reference }: { ticket: FragmentType<typeof MergedTickets_TicketFragmentDoc> }) {
  const { data: ticket, complete } = useFragment({ fragment: MergedTickets_TicketFragmentDoc, from: reference });
  const unmerge = useUnmergeTicket();
  if (!complete || ticket.mergedTickets.edges.length === 0) return null;
  return (
    <section aria-labelledby="merged" className="mt-4">
      <h2 id="merged" className="mb-1 text-12 text-meta">
        Merged tickets
      </h2>
      {ticket.mergedTickets.edges.some(({ node }) => node.requester && node.requester.id !== ticket.requester?.id) && (
        <p className="mb-1 text-12 text-pretty text-meta">
          Replies go to the requester of this ticket alone. The others see only their own messages.
        </p>
      )}
      <ul>
        {ticket.mergedTickets.edges.map(({ node }) => (
          <li key={node.id} className="border-t border-hair py-1">
            <details>
              <summary className="cut flex min-h-8 cursor-pointer items-center gap-2 rounded-1 max-rail:min-h-11">
                <span className="flex-none text-meta">
                  T-<span className="digits">{node.number}</span>
                </span>
                <span className="cut" dir="auto">
                  {node.title}
                </span>
                {node.requester && (
                  <bdi className="flex-none text-12 text-meta max-rail:hidden">{node.requester.displayName}</bdi>
                )}
              </summary>
              <Words body={node.description} />
              <p className="my-2 flex flex-wrap items-center gap-2 text-12 max-rail:[&>*]:min-h-11">
                <Button size="sm" onClick={() => void unmerge(node)}>
                  <Undo2 size={14} strokeWidth={1.5} aria-hidden />
                  {`Take T-${node.number} apart`}
                </Button>
                <Link className="flex items-center px-2 text-body hover:underline" to={`/tickets/${node.number}`}>
                  {`Open T-${node.number}`}
                </Link>
              </p>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
