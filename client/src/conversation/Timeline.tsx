import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { gql } from '../apollo/gql.js';
import { type Timeline_TicketFragment, Timeline_TicketFragmentDoc } from '../gql/graphql.js';
import { Button } from '../ui/controls/Button.js';
import { EventLine } from './EventLine.js';
import { NoteItem } from './NoteItem.js';
import { ReplyItem } from './ReplyItem.js';

/** As many as are shown at first; the page asks for the same. */
gql`
  fragment Timeline_ticket on Ticket {
    id
    number
    timeline(last: 30) {
      edges {
        cursor
        node {
          id
          __typename
          ... on PublicReply {
            ...ReplyItem_reply
          }
          ... on InternalNote {
            ...NoteItem_note
          }
          ... on TicketEvent {
            ...EventLine_event
          }
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`;

interface TimelineProps {
  ticket: FragmentType<typeof Timeline_TicketFragmentDoc>;
  /** Loads the entries before this cursor. */
  onEarlier: (before: string) => void;
}

/** What was said and what happened, oldest first. */
export function Timeline({ ticket: reference, onEarlier }: TimelineProps) {
  const { data: ticket, complete } = useFragment({
    fragment: Timeline_TicketFragmentDoc,
    fragmentName: 'Timeline_ticket',
    from: reference,
  });
  if (!complete) return null;
  const { edges, pageInfo } = ticket.timeline;
  const { hasPreviousPage, startCursor } = pageInfo;
  return (
    <section aria-label="Conversation" className="mt-2">
      {hasPreviousPage && startCursor && (
        <div className="flex justify-center border-t border-hair py-2">
          <Button tone="ghost" size="sm" onClick={() => onEarlier(startCursor)}>
            Show earlier
          </Button>
        </div>
      )}
      <ol>
        {edges.map(({ node }) => (
          <li key={node.id}>
            <Entry node={node} ticketNumber={ticket.number} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface EntryProps {
  node: Timeline_TicketFragment['timeline']['edges'][number]['node'];
  ticketNumber: number;
}

function Entry({ node, ticketNumber }: EntryProps) {
  switch (node.__typename) {
    case 'PublicReply':
      return <ReplyItem reply={node} ticketNumber={ticketNumber} />;
    case 'InternalNote':
      return <NoteItem note={node} />;
    case 'TicketEvent':
      return <EventLine event={node} ticketNumber={ticketNumber} />;
  }
}
