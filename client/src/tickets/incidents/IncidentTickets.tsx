import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Check, Plus, X } from 'lucide-react';
import { gql } from '../../apollo/gql.js';
import { IncidentTickets_TicketFragmentDoc } from '../../gql/graphql.js';
import { Button, IconButton } from '../../ui/controls/Button.js';
import { useUpdateTickets } from '../changes/useUpdateTickets.js';
import { TicketLink } from '../TicketLink.js';
import { countTickets } from '../vocabulary.js';
import { useSetIncident } from './useSetIncident.js';

gql`
  fragment IncidentTickets_ticket on Ticket {
    id
    number
    status
    incidentTickets(first: 100) {
      totalCount
      edges {
        cursor
        node {
          id
          number
          title
          createdAt
          ...useUpdateTickets_ticket
          status
        }
      }
    }
    ...useUpdateTickets_ticket
  }
`;

interface IncidentTicketsProps {
  ticket: FragmentType<typeof IncidentTickets_TicketFragmentDoc>;
  onAdd: () => void;
}

const isFinished = ({ status }: { readonly status: string }) => status === 'RESOLVED' || status === 'CLOSED';

/** The tickets that are part of this one, and what can be done with all of them. */
export function IncidentTickets({ ticket: reference, onAdd }: IncidentTicketsProps) {
  const { data: ticket, complete } = useFragment({
    fragment: IncidentTickets_TicketFragmentDoc,
    fragmentName: 'IncidentTickets_ticket',
    from: reference,
  });
  const setIncident = useSetIncident();
  const updateTickets = useUpdateTickets();
  if (!complete || ticket.incidentTickets.edges.length === 0) return null;
  const tickets = ticket.incidentTickets.edges.map(({ node }) => node);
  const unfinished = [ticket, ...tickets].filter((one) => !isFinished(one)).map(({ id }) => id);
  return (
    <section aria-labelledby="incident" className="mt-4">
      <h2 id="incident" className="mb-1 text-12 text-meta">
        {`Incident · ${countTickets(tickets.length)}`}
      </h2>
      <p className="mb-1 text-12 text-pretty text-meta">
        Each requester keeps their own ticket and sees only their own words.
      </p>
      <ul>
        {tickets.map((node) => (
          <li key={node.id} className="flex items-center gap-1">
            <div className="min-w-0 grow">
              <TicketLink ticket={node} since={node.createdAt} />
            </div>
            <IconButton
              label={`Remove T-${node.number}`}
              size="sm"
              icon={<X size={14} strokeWidth={1.5} aria-hidden />}
              onClick={() => void setIncident([node], ticket, false)}
            />
          </li>
        ))}
      </ul>
      <p className="mt-2 flex flex-wrap gap-2 max-rail:[&>*]:h-11">
        <Button size="sm" onClick={onAdd}>
          <Plus size={14} strokeWidth={1.5} aria-hidden />
          Add a ticket
        </Button>
        {unfinished.length > 0 && (
          <Button size="sm" onClick={() => void updateTickets(unfinished, { status: 'RESOLVED' })}>
            <Check size={14} strokeWidth={1.5} aria-hidden />
            Resolve all
          </Button>
        )}
      </p>
    </section>
  );
}
