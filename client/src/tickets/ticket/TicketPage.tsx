import { useQuery } from '@apollo/client/react';
import { Search, TriangleAlert } from 'lucide-react';
import { useParams } from 'react-router';
import { gql } from '../../apollo/gql.js';
import { usePollInterval, useRefetchOnChange } from '../../apollo/useLiveQuery.js';
import { FailureDetails } from '../../frame/FailureDetails.js';
import { usePageTitle } from '../../frame/usePageTitle.js';
import { EarlierTimelineDocument, TicketPageDocument } from '../../gql/graphql.js';
import { useMarkSeen } from '../../notifications/useMarkSeen.js';
import { Button } from '../../ui/controls/Button.js';
import { EmptyState } from '../../ui/feedback/EmptyState.js';
import { Bone, useSlow } from '../../ui/feedback/Skeleton.js';
import { parseTicketNumber } from '../vocabulary.js';
import { TicketDetails } from './TicketDetails.js';
import { useTicketFrame } from './ticketFrame.js';

gql`
  query TicketPage($number: Int!) {
    ticket(number: $number) {
      id
      number
      title
      updatedAt
      ...TicketDetails_ticket
    }
  }
`;

gql`
  query EarlierTimeline($number: Int!, $before: String!) {
    ticket(number: $number) {
      id
      timeline(last: 30, before: $before) {
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
  }
`;

const POLL_MS = 10_000;
/** GraphQL's Int ends here; no ticket has a greater number. */
const GREATEST = 2 ** 31 - 1;

export function TicketPage() {
  const { number: text = '' } = useParams();
  const number = parseTicketNumber(text);
  const isNumber = number !== null && number <= GREATEST;
  const { data, previousData, error, refetch, client } = useQuery(TicketPageDocument, {
    variables: { number: number ?? 0 },
    skip: !isNumber,
    fetchPolicy: 'cache-and-network',
    pollInterval: usePollInterval(POLL_MS),
    skipPollAttempt: () => document.hidden,
  });
  const ticket = (data ?? previousData)?.ticket;
  useRefetchOnChange(refetch, { ticketId: ticket?.id });
  const isStale = ticket?.number !== number;
  useMarkSeen(ticket && !isStale ? ticket.id : null, ticket?.updatedAt ?? null);
  usePageTitle(ticket && !isStale ? `T-${number} ${ticket.title}` : `T-${text}`);
  const showEarlier = (before: string) =>
    void client.query({
      query: EarlierTimelineDocument,
      variables: { number: number ?? 0, before },
      fetchPolicy: 'network-only',
    });

  if (!isNumber || data?.ticket === null) return <UnknownTicket text={text} />;
  if (error && isStale) return <TicketFailure error={error} onRetry={() => void refetch()} />;
  if (!ticket) return <TicketSkeleton />;
  // While the next ticket is on its way the last one stays, but answers to nothing: no keystroke may reach the wrong ticket.
  return (
    <div inert={isStale} aria-busy={isStale} className="flex min-h-0 flex-1 flex-col">
      <TicketDetails key={ticket.id} ticket={ticket} isStale={isStale} onEarlier={showEarlier} />
    </div>
  );
}

function UnknownTicket({ text }: { text: string }) {
  const { close, variant } = useTicketFrame();
  const number = parseTicketNumber(text);
  return (
    <div className="flex flex-1">
      <EmptyState
        icon={Search}
        title={number === null ? `“${text}” is not a ticket number` : `There is no T-${number}`}
        role="status"
        heading={variant === 'page' ? 'h1' : 'h2'}
        actions={
          <Button keys="Escape" onClick={close}>
            Back to inbox
          </Button>
        }
      >
        {number === null ? 'Ticket numbers look like T-1042.' : 'It may have been deleted, or never existed.'}
      </EmptyState>
    </div>
  );
}

function TicketFailure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <div className="flex flex-1">
      <EmptyState icon={TriangleAlert} title="The ticket could not be loaded" role="alert">
        Nothing was changed.
        <FailureDetails error={error} onRetry={onRetry} />
      </EmptyState>
    </div>
  );
}

function TicketSkeleton() {
  const slow = useSlow(true);
  return (
    <div role="status" className="flex flex-1 flex-col gap-4 px-5 pt-15">
      <span className="sr-only">Loading the ticket</span>
      {slow && (
        <>
          <Bone className="h-5! w-3/5" />
          <Bone className="w-1/3" />
          <Bone className="mt-4 w-11/12" />
          <Bone className="w-10/12" />
          <Bone className="w-2/3" />
        </>
      )}
    </div>
  );
}
