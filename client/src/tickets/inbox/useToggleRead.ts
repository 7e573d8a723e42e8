import { useApolloClient } from '@apollo/client/react';
import { gql } from '../../apollo/gql.js';
import { MarkTicketsReadDocument, UseIsUnread_TicketFragmentDoc } from '../../gql/graphql.js';
import { useSession } from '../../session/session.js';
import { showToast } from '../../ui/feedback/toasts.js';

gql`
  mutation MarkTicketsRead($input: MarkTicketsReadInput!) {
    markTicketsRead(input: $input) {
      tickets {
        id
        viewerHasUnread
      }
    }
  }
`;

/** As many as the server takes at once. */
const AT_ONCE = 100;

/** Marks tickets as read where one of them is not, else as unread. Null where nobody is signed in. */
export function useToggleRead(): ((ids: readonly string[]) => Promise<void>) | null {
  const { user } = useSession();
  const client = useApolloClient();
  if (!user) return null;
  const isUnread = (id: string) =>
    client.cache.readFragment({
      id: client.cache.identify({ __typename: 'Ticket', id }),
      fragment: UseIsUnread_TicketFragmentDoc,
    })?.viewerHasUnread ?? false;
  return async (all) => {
    const read = all.some(isUnread);
    try {
      for (let start = 0; start < all.length; start += AT_ONCE) {
        const input = { ids: all.slice(start, start + AT_ONCE), read };
        await client.mutate({ mutation: MarkTicketsReadDocument, variables: { input } });
      }
    } catch {
      showToast('That could not be saved. Try again.', { tone: 'danger' });
    }
  };
}
