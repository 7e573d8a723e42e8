import { useEffect } from 'react';
import { followLive } from '../apollo/followLive.js';
import { gql } from '../apollo/gql.js';
import { liveStore, tellOfChange } from '../apollo/live.js';
import { TicketChangesDocument } from '../gql/graphql.js';
import { useSession } from '../session/session.js';
import { showToast } from '../ui/feedback/toasts.js';

gql`
  subscription TicketChanges($after: String) {
    ticketChanges(after: $after) {
      cursor
      kind
      ticketId
    }
  }
`;

/** How long a socket may take before the page says that there is none. */
const PATIENCE_MS = 20_000;

/** As long as the desk is open: tells every page what changes. */
export function useFollowTickets(): void {
  const { liveCursor } = useSession();
  useEffect(() => {
    if (liveCursor === null) return;
    const stop = followLive({
      document: TicketChangesDocument,
      variables: { after: liveCursor },
      cursorOf: ({ ticketChanges: { cursor } }) => cursor,
      onData: ({ ticketChanges: { ticketId } }) => tellOfChange(ticketId),
    });
    let wasLive = false;
    const stopWatching = liveStore.subscribe(() => {
      wasLive ||= liveStore.read() === 'live';
    });
    const patience = setTimeout(() => {
      if (!wasLive && navigator.onLine)
        showToast('Live updates do not come through here. The page looks for changes every few seconds.');
    }, PATIENCE_MS);
    return () => {
      clearTimeout(patience);
      stopWatching();
      stop();
    };
  }, [liveCursor]);
}
