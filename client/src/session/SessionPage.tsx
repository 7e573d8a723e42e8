import { useQuery } from '@apollo/client/react';
import { Suspense, useEffect, useMemo, useRef } from 'react';
import { Outlet } from 'react-router';
import { gql } from '../apollo/gql.js';
import { refusalStore } from '../apollo/refusals.js';
import { SessionPageDocument } from '../gql/graphql.js';
import { createPreference, usePreference } from '../ui/preference.js';
import { useStore } from '../ui/store.js';
import { type Session, SessionContext, unknownSession } from './session.js';

gql`
  query SessionPage {
    viewer {
      mode
      needsFirstAdmin
      anybodyMaySubmit
      mailsPasswordResets
      liveCursor
      signInMethods {
        kind
        label
        url
      }
      user {
        id
        displayName
        handle
        email
        role
      }
    }
  }
`;

/** What the desk was the last time: a team's desk waits for the answer, an open one shows its pages meanwhile. */
const lastMode = createPreference('mode', (stored) => (stored === 'TEAM' ? 'TEAM' : 'OPEN'));

/** Asks who is signed in, once, and again whenever the server says that nobody is. */
export function SessionPage() {
  const { data, error, refetch } = useQuery(SessionPageDocument);
  const remembered = usePreference(lastMode);
  const viewer = data?.viewer;
  useEffect(() => {
    if (viewer && viewer.mode !== lastMode.read()) lastMode.write(viewer.mode);
  }, [viewer]);
  const refusals = useStore(refusalStore);
  const seen = useRef(refusals);
  useEffect(() => {
    if (refusals === seen.current) return;
    seen.current = refusals;
    void refetch();
  }, [refusals, refetch]);
  const session = useMemo<Session>(
    () => (viewer ? { ...viewer, user: viewer.user ?? null, liveCursor: viewer.liveCursor ?? null } : unknownSession),
    [viewer],
  );
  if (!viewer && !error && remembered === 'TEAM') return null;
  return (
    <SessionContext value={session}>
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
    </SessionContext>
  );
}
