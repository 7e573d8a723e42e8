import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Siren } from 'lucide-react';
import { Link } from 'react-router';
import { gql } from '../../apollo/gql.js';
import { IncidentStrip_TicketFragmentDoc } from '../../gql/graphql.js';
import { Button } from '../../ui/controls/Button.js';
import { useSetIncident } from './useSetIncident.js';

gql`
  fragment IncidentStrip_ticket on Ticket {
    id
    number
    incident {
      id
      number
      title
    }
  }
`;

/** Says of a ticket which incident it is part of, leads there, and removes it. */
export function IncidentStrip({ ticket: reference }: { ticket: FragmentType<typeof IncidentStrip_TicketFragmentDoc> }) {
  const { data: ticket, complete } = useFragment({ fragment: IncidentStrip_TicketFragmentDoc, from: reference });
  const setIncident = useSetIncident();
  if (!complete || !ticket.incident) return null;
  const { incident } = ticket;
  return (
    <section
      aria-label="Incident"
      className="mb-3 flex min-h-10 items-center gap-2 rounded-2 border border-line py-1 pr-1 pl-3"
    >
      <Siren size={14} strokeWidth={1.5} className="flex-none text-meta" aria-hidden />
      <Link
        to={`/tickets/${incident.number}`}
        className="flex min-h-8 min-w-0 grow items-center gap-1.5 max-rail:min-h-11"
      >
        <span className="flex-none">
          Part of incident T-<span className="digits">{incident.number}</span>
        </span>
        <bdi className="cut text-meta">{incident.title}</bdi>
      </Link>
      <Button
        tone="ghost"
        size="sm"
        className="flex-none max-rail:h-11"
        onClick={() => void setIncident([ticket], incident, false)}
      >
        Remove
      </Button>
    </section>
  );
}
