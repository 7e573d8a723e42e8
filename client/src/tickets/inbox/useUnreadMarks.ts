import { useApolloClient } from '@apollo/client/react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { gql } from '../../apollo/gql.js';
import { onChange } from '../../apollo/live.js';
import { usePollInterval } from '../../apollo/useLiveQuery.js';
import { UnreadMarksDocument } from '../../gql/graphql.js';
import { useSession } from '../../session/session.js';

gql`
  query UnreadMarks($ids: [ID!]!) {
    nodes(ids: $ids) {
      id
      ...useIsUnread_ticket
    }
  }
`;

const POLL_MS = 15_000;
/** What changes together is asked for once. */
const TOGETHER_MS = 200;
/** As many as the server tells at once. */
const AT_ONCE = 100;
/** Rows further down are seldom seen, and asking for all of a long list costs. */
const FURTHEST = 500;

/** Asks which of the listed tickets hold something unread. By itself, because the list is the same for everybody, and quick. */
export function useUnreadMarks(tickets: readonly { id: string }[]): void {
  const { user } = useSession();
  const client = useApolloClient();
  const known = useRef(new Set<string>());
  const interval = usePollInterval(POLL_MS);
  const isPerson = user !== null;
  const ask = useEffectEvent(async (listed: typeof tickets) => {
    if (document.hidden) return;
    const unknown = listed.slice(0, FURTHEST).flatMap(({ id }) => (known.current.has(id) ? [] : [id]));
    for (let start = 0; start < unknown.length; start += AT_ONCE) {
      const ids = unknown.slice(start, start + AT_ONCE);
      for (const id of ids) known.current.add(id);
      // Rows without an answer are shown as read, until the next look.
      const asked = client.query({ query: UnreadMarksDocument, variables: { ids }, fetchPolicy: 'network-only' });
      await asked.catch(() => undefined);
    }
  });
  const askAgain = useEffectEvent(() => ask(tickets));
  useEffect(() => {
    if (isPerson) void ask(tickets);
  }, [isPerson, tickets]);
  useEffect(() => {
    if (!isPerson) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const askSoon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void askAgain();
      }, TOGETHER_MS);
    };
    const forget = (id: string | null) => {
      if (id === null) known.current.clear();
      else known.current.delete(id);
      askSoon();
    };
    const stop = onChange(forget);
    const look = setInterval(() => forget(null), interval);
    document.addEventListener('visibilitychange', askSoon);
    return () => {
      stop();
      clearTimeout(timer);
      clearInterval(look);
      document.removeEventListener('visibilitychange', askSoon);
    };
  }, [isPerson, interval]);
}
