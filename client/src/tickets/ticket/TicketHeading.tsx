import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { gql } from '../../apollo/gql.js';
import { TicketHeading_TicketFragmentDoc } from '../../gql/graphql.js';
import { Time } from '../../time/Time.js';

gql`
  fragment TicketHeading_ticket on Ticket {
    id
    title
    createdAt
    updatedAt
    version
    requester {
      id
      displayName
    }
  }
`;

interface TicketHeadingProps {
  ticket: FragmentType<typeof TicketHeading_TicketFragmentDoc>;
  /** Beside the list, the list's name is the page's heading and this one is below it. */
  level: 1 | 2;
  /** The form shows the words itself; the heading then only names the page. */
  hidden: boolean;
}

export function TicketHeading({ ticket: reference, level, hidden }: TicketHeadingProps) {
  const { data: ticket, complete } = useFragment({ fragment: TicketHeading_TicketFragmentDoc, from: reference });
  if (!complete) return null;
  const Heading = `h${level}` as const;
  if (hidden)
    return (
      <Heading className="sr-only" dir="auto">
        {ticket.title}
      </Heading>
    );
  return (
    <>
      <Heading
        className="text-22 font-semibold tracking-[var(--track-title)] text-balance wrap-anywhere max-rail:text-20"
        dir="auto"
      >
        {ticket.title}
      </Heading>
      <p className="mt-1 text-12 text-meta">
        {ticket.requester && (
          <>
            <bdi className="font-medium text-body">{ticket.requester.displayName}</bdi>
            <span>{' · '}</span>
          </>
        )}
        <span>Submitted</span> <Time instant={ticket.createdAt} />
        {ticket.version > 1 && (
          <>
            <span>{' · changed '}</span>
            <Time instant={ticket.updatedAt} />
          </>
        )}
      </p>
    </>
  );
}
