import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Siren } from 'lucide-react';
import { gql } from '../../apollo/gql.js';
import { ProposedIncident_TicketFragmentDoc } from '../../gql/graphql.js';
import { Button } from '../../ui/controls/Button.js';
import { TicketLink } from '../TicketLink.js';
import { countTickets } from '../vocabulary.js';
import { useSetIncident } from './useSetIncident.js';

gql`
  fragment ProposedIncident_ticket on Ticket {
    id
    incidentProposal {
      isNew
      minutes
      incident {
        id
        number
        title
        status
        createdAt
      }
      tickets {
        id
        number
      }
    }
  }
`;

/** Says that many tickets like this one came in at once, or that an incident is going on, and groups them at one press. */
export function ProposedIncident({
  ticket: reference,
}: {
  ticket: FragmentType<typeof ProposedIncident_TicketFragmentDoc>;
}) {
  const { data: ticket, complete } = useFragment({ fragment: ProposedIncident_TicketFragmentDoc, from: reference });
  const setIncident = useSetIncident();
  if (!complete || !ticket.incidentProposal) return null;
  const { isNew, incident, tickets, minutes } = ticket.incidentProposal;
  return (
    <section aria-labelledby="proposed-incident" className="mt-6 rounded-2 border border-line px-3 py-2.5">
      <h2 id="proposed-incident" className="flex items-center gap-2">
        <Siren size={14} strokeWidth={1.5} className="flex-none text-meta" aria-hidden />
        {isNew
          ? `${countTickets(tickets.length + 1)} like this within ${minutes === 1 ? 'a minute' : `${minutes} minutes`}`
          : wordsOfMore(tickets.length, incident.id === ticket.id)}
      </h2>
      {incident.id !== ticket.id && (
        <p className="mt-1 text-12 text-meta">{isNew ? 'The first of them:' : 'The incident:'}</p>
      )}
      {incident.id !== ticket.id && <TicketLink ticket={incident} since={incident.createdAt} />}
      <Button size="sm" className="mt-2 max-rail:h-11" onClick={() => void setIncident(tickets, incident, true)}>
        {isNew ? 'Group as an incident' : 'Add to the incident'}
      </Button>
    </section>
  );
}

function wordsOfMore(count: number, isHere: boolean): string {
  if (isHere) return `${count} more ${count === 1 ? 'ticket looks' : 'tickets look'} like part of this incident`;
  return count === 1 ? 'This looks like part of an incident' : `${countTickets(count)} look like part of an incident`;
}
