import { useEffect } from 'react';
import { followLive } from '../apollo/followLive.js';
import { gql } from '../apollo/gql.js';
import { tellOfChange } from '../apollo/live.js';
import { PresenceChangesDocument } from '../gql/graphql.js';

gql`
  subscription PresenceChanges($ticketId: ID!) {
    presenceChanges(ticketId: $ticketId) {
      presence {
        doing
      }
    }
  }
`;

/** As long as a ticket is open: who comes and goes is a change of it. Null: nobody follows. */
export function useFollowPresence(ticketId: string | null): void {
  useEffect(() => {
    if (ticketId === null) return;
    return followLive({
      document: PresenceChangesDocument,
      variables: { ticketId },
      onData: () => tellOfChange(ticketId),
    });
  }, [ticketId]);
}
