import { useApolloClient } from '@apollo/client/react';
import { useEffect, useEffectEvent } from 'react';
import { gql } from '../apollo/gql.js';
import { onChange } from '../apollo/live.js';
import { MarkSeenDocument } from '../gql/graphql.js';
import { useSession } from '../session/session.js';

gql`
  mutation MarkSeen($tickets: MarkTicketsReadInput!, $notifications: MarkNotificationsReadInput!) {
    markTicketsRead(input: $tickets) {
      tickets {
        id
        viewerHasUnread
      }
    }
    markNotificationsRead(input: $notifications) {
      viewer {
        unreadNotificationCount
      }
      notifications {
        id
        readAt
      }
    }
  }
`;

/** Whoever only steps over a ticket has not read it. */
const DWELL_MS = 400;

/** Whoever has a ticket before their eyes has read it: once it opened, and what changes (`stamp`) while the tab is in sight. */
export function useMarkSeen(ticketId: string | null, stamp: string | null): void {
  const { user } = useSession();
  const client = useApolloClient();
  const mark = useEffectEvent((id: string) => {
    const variables = { tickets: { ids: [id], read: true }, notifications: { ticketId: id } };
    // What could not be marked stays unread, which is seen.
    client.mutate({ mutation: MarkSeenDocument, variables }).catch(() => undefined);
  });
  const isPerson = user !== null;
  useEffect(() => {
    if (!isPerson || ticketId === null || stamp === null) return;
    let isDue = true;
    let dwell: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(dwell);
      if (document.hidden || !isDue) return;
      dwell = setTimeout(() => {
        isDue = false;
        mark(ticketId);
      }, DWELL_MS);
    };
    const stop = onChange((id) => {
      if (id !== null && id !== ticketId) return;
      isDue = true;
      look();
    });
    document.addEventListener('visibilitychange', look);
    look();
    return () => {
      clearTimeout(dwell);
      stop();
      document.removeEventListener('visibilitychange', look);
    };
  }, [isPerson, ticketId, stamp]);
}
