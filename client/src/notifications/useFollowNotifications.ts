import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { followLive } from '../apollo/followLive.js';
import { gql } from '../apollo/gql.js';
import { unreadCountStore } from '../frame/unreadCount.js';
import { NotificationAddedDocument, UnreadNotificationsDocument } from '../gql/graphql.js';
import { useSession } from '../session/session.js';
import { createStore, type ReadableStore } from '../ui/store.js';

gql`
  query UnreadNotifications {
    viewer {
      unreadNotificationCount
    }
  }
  subscription NotificationAdded($after: String) {
    notificationAdded(after: $after) {
      cursor
      unreadCount
    }
  }
`;

const arrivals = createStore(0);
/** Changes whenever something came in. */
export const arrivalsStore: ReadableStore<number> = arrivals;

/** As long as somebody is signed in: how much waits for them (`unread`), as it comes in. */
export function useFollowNotifications(unread: number): void {
  const { user, liveCursor } = useSession();
  const client = useApolloClient();
  const isPerson = user !== null;
  useEffect(() => unreadCountStore.publish(unread), [unread]);
  useEffect(() => {
    if (!isPerson || liveCursor === null) return;
    return followLive({
      document: NotificationAddedDocument,
      variables: { after: liveCursor },
      cursorOf: ({ notificationAdded: { cursor } }) => cursor,
      onData: ({ notificationAdded: { unreadCount } }) => {
        const viewer = { __typename: 'Viewer' as const, unreadNotificationCount: unreadCount };
        client.writeQuery({ query: UnreadNotificationsDocument, data: { viewer } });
        arrivals.publish(arrivals.read() + 1);
      },
    });
  }, [client, isPerson, liveCursor]);
}
