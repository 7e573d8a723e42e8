import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Link } from 'react-router';
import { gql } from '../apollo/gql.js';
import { RequesterCard_TicketFragmentDoc } from '../gql/graphql.js';
import { TicketLink } from '../tickets/TicketLink.js';
import { Avatar } from '../ui/feedback/Avatar.js';
import { RequestLink } from './RequestLink.js';

gql`
  fragment RequesterCard_ticket on Ticket {
    id
    requesterProven
    requester {
      id
      displayName
      note
      blocked
      emails {
        address
        verified
        bouncing
      }
      tickets(first: 4) {
        totalCount
        edges {
          cursor
          node {
            id
            number
            title
            status
            createdAt
          }
        }
      }
    }
  }
`;

/** Who asks, how to reach them, and what else they asked. */
export function RequesterCard({ ticket: reference }: { ticket: FragmentType<typeof RequesterCard_TicketFragmentDoc> }) {
  const { data: ticket, complete } = useFragment({ fragment: RequesterCard_TicketFragmentDoc, from: reference });
  if (!complete || !ticket.requester) return null;
  const { displayName, note, blocked, emails, tickets } = ticket.requester;
  const earlier = tickets.edges.filter(({ node }) => node.id !== ticket.id).slice(0, 3);
  return (
    <section aria-labelledby="requester" className="mt-6">
      <h2 id="requester" className="mb-2 text-12 text-meta">
        Requester
      </h2>
      <div className="flex items-start gap-3">
        <Avatar name={displayName} side="requester" size={32} />
        <div className="min-w-0">
          <Link to={`/requesters/${ticket.requester.id}`} className="block font-semibold wrap-anywhere hover:underline">
            <bdi>{displayName}</bdi>
          </Link>
          {emails.map(({ address, verified, bouncing }) => (
            <p key={address} className="text-12 wrap-anywhere text-body">
              <bdi>{address}</bdi>{' '}
              <span className={bouncing ? 'text-danger' : 'text-meta'}>{standing(verified, bouncing)}</span>
            </p>
          ))}
          {blocked && <p className="text-12 text-danger">Blocked</p>}
        </div>
      </div>
      {!ticket.requesterProven && emails.length > 0 && (
        <p className="mt-2 text-12 text-meta">Nobody has shown yet that this address is theirs.</p>
      )}
      {note && (
        <p className="mt-2 text-12 wrap-anywhere text-body" dir="auto">
          {note}
        </p>
      )}
      {earlier.length > 0 && (
        <ul className="mt-2" aria-label="Other tickets of the requester">
          {earlier.map(({ node }) => (
            <li key={node.id}>
              <TicketLink ticket={node} since={node.createdAt} />
            </li>
          ))}
        </ul>
      )}
      <RequestLink key={ticket.id} ticketId={ticket.id} />
    </section>
  );
}

function standing(verified: boolean, bouncing: boolean): string {
  if (bouncing) return 'bounces';
  return verified ? 'verified' : 'not verified';
}
