import { useApolloClient } from '@apollo/client/react';
import { gql } from '../apollo/gql.js';
import { MarkNotificationsReadDocument, type MarkNotificationsReadInput } from '../gql/graphql.js';

gql`
  mutation MarkNotificationsRead($input: MarkNotificationsReadInput!) {
    markNotificationsRead(input: $input) {
      viewer {
        unreadNotificationCount
      }
      notifications {
        id
        readAt
      }
      userErrors {
        message
      }
    }
  }
`;

/** Answers whether it was kept. */
export function useMarkNotificationsRead(): (input: MarkNotificationsReadInput) => Promise<boolean> {
  const client = useApolloClient();
  return async (input) => {
    try {
      await client.mutate({ mutation: MarkNotificationsReadDocument, variables: { input } });
      return true;
    } catch {
      // They stay unread, which is seen.
      return false;
    }
  };
}
