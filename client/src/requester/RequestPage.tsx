import { useQuery } from '@apollo/client/react';
import { gql } from '../apollo/gql.js';
import { usePollInterval, useRefetchOnChange } from '../apollo/useLiveQuery.js';
import { FailureDetails } from '../frame/FailureDetails.js';
import { usePageTitle } from '../frame/usePageTitle.js';
import { RequestPageDocument } from '../gql/graphql.js';
import { formatDate } from '../time/time.js';
import { useTimeZone } from '../time/timeZone.js';
import { Button } from '../ui/controls/Button.js';
import { RequestComposer } from './RequestComposer.js';
import { RequestMessageItem } from './RequestMessageItem.js';
import { RequestSteps } from './RequestSteps.js';
import { useFollowRequest } from './useFollowRequest.js';

gql`
  query RequestPage($before: String) {
    viewer {
      liveCursor
    }
    request {
      id
      number
      title
      linkExpiresAt
      ...RequestSteps_request
      ...RequestComposer_request
      messages(last: 100, before: $before) {
        edges {
          cursor
          node {
            id
            ...RequestMessageItem_message
          }
        }
        pageInfo {
          hasPreviousPage
          startCursor
        }
      }
    }
  }
`;

/** How often the page looks for words of the team while it is in sight. */
const pollMs = 5_000;

/** One request, as whoever asked sees it. */
export function RequestPage() {
  const { data, error, refetch, fetchMore } = useQuery(RequestPageDocument, {
    pollInterval: usePollInterval(pollMs),
    skipPollAttempt: () => document.visibilityState !== 'visible',
  });
  useFollowRequest(data?.viewer.liveCursor);
  useRefetchOnChange(refetch);
  const timeZone = useTimeZone();
  const request = data?.request;
  usePageTitle(request ? `T-${request.number} ${request.title}` : null);
  if (!request) return error ? <FailureDetails error={error} onRetry={() => void refetch()} /> : null;
  const { edges, pageInfo } = request.messages;
  const earlier = () => fetchMore({ variables: { before: pageInfo.startCursor ?? null } });
  return (
    <>
      <p className="text-12 text-meta">{`Request T-${request.number}`}</p>
      <h1 className="mt-0.5 text-20 font-semibold tracking-[-0.018em] text-pretty wrap-anywhere" dir="auto">
        {request.title}
      </h1>
      <RequestSteps request={request} />
      <section aria-label="Conversation" className="mt-4 [&>div:first-of-type]:border-t-0">
        {pageInfo.hasPreviousPage && <Button onClick={() => void earlier()}>Show earlier</Button>}
        {edges.map(({ node }) => (
          <RequestMessageItem key={node.id} message={node} />
        ))}
      </section>
      <RequestComposer request={request} onSent={() => void refetch()} />
      <p className="mt-3 text-12 text-pretty text-meta">
        {`Your link works until ${formatDate(request.linkExpiresAt, timeZone)}. Anyone who has it can read this request, so please do not forward it. If it went astray, ask us for a new one.`}
      </p>
    </>
  );
}
