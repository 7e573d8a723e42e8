import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { gql } from '../../apollo/gql.js';
import { MarkTicketsReadDocument } from '../../gql/graphql.js';

gql`
  mutation MarkTicketsRead($input: MarkTicketsReadInput!) {
    markTicketsRead(input: $input) {
      tickets {
        id
        viewerHasUnread
      }
      userErrors {
        message
      }
    }
  }
`;

/** Marks a ticket as read once it is shown in a tab that can be seen, and again when more comes in. Null waits. */
export function useMarkTicketRead(unreadId: string | null): void {
  const client = useApolloClient();
  useEffect(() => {
    if (unreadId === null) return;
    const mark = () => {
      if (document.hidden) return;
      // What is lost stays unread, and is said again when the ticket is opened again.
      client
        .mutate({ mutation: MarkTicketsReadDocument, variables: { input: { ids: [unreadId], read: true } } })
        .catch(() => undefined);
    };
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [client, unreadId]);
}
