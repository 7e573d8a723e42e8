import { ApolloProvider } from '@apollo/client/react';
import { LinkIcon, WifiOff } from 'lucide-react';
import { Suspense, useMemo } from 'react';
import { Link } from 'react-router';
import { usePageTitle } from '../frame/usePageTitle.js';
import { Button, buttonClass } from '../ui/controls/Button.js';
import { EmptyState } from '../ui/feedback/EmptyState.js';
import { RequesterFrame } from './RequesterFrame.js';
import { RequestPage } from './RequestPage.js';
import { createRequestClient } from './requestClient.js';
import { useRequestLink } from './useRequestLink.js';

/** Where a requester's link leads: to their request, or to the one answer for every link that does not work. */
export function RequesterEntry() {
  const { token, state, enter } = useRequestLink();
  const client = useMemo(() => createRequestClient(enter), [enter]);
  usePageTitle('Your request');
  return (
    <RequesterFrame>
      {state === 'good' && (
        <ApolloProvider client={client}>
          <Suspense fallback={null}>
            <RequestPage key={token} />
          </Suspense>
        </ApolloProvider>
      )}
      {state === 'bad' && <BadLink />}
      {state === 'unreachable' && (
        <EmptyState
          icon={WifiOff}
          heading="h1"
          role="alert"
          title="The desk cannot be reached"
          actions={<Button onClick={() => void enter()}>Try again</Button>}
        >
          Nothing you wrote is lost.
        </EmptyState>
      )}
    </RequesterFrame>
  );
}

function BadLink() {
  return (
    <EmptyState
      icon={LinkIcon}
      heading="h1"
      role="alert"
      title="This link does not work"
      actions={
        <Link to="/new" data-tone="primary" className={buttonClass({ tone: 'primary' })}>
          Write to us
        </Link>
      }
    >
      It may have ended, been replaced, or lost a letter on the way. Nothing you wrote is lost.
    </EmptyState>
  );
}
