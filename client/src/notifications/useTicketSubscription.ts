import { useApolloClient } from '@apollo/client/react';
import { gql } from '../apollo/gql.js';
import { SetTicketSubscriptionDocument, type SubscriptionState } from '../gql/graphql.js';
import { showToast } from '../ui/feedback/toasts.js';

gql`
  mutation SetTicketSubscription($input: SetTicketSubscriptionInput!) {
    setTicketSubscription(input: $input) {
      ticket {
        id
        viewerSubscription
      }
      userErrors {
        message
      }
    }
  }
`;

const done: Record<SubscriptionState, string> = {
  SUBSCRIBED: 'You follow this ticket',
  UNSUBSCRIBED: 'Muted. You are still notified of mentions and assignments',
};

/** Follows a ticket, or mutes it. */
export function useTicketSubscription(): (ticketId: string, state: SubscriptionState) => Promise<void> {
  const client = useApolloClient();
  return async (ticketId, state) => {
    try {
      const variables = { input: { ticketId, state } };
      const { data } = await client.mutate({ mutation: SetTicketSubscriptionDocument, variables });
      const [fault] = data?.setTicketSubscription.userErrors ?? [];
      showToast(fault?.message ?? done[state], fault && { tone: 'danger' });
    } catch {
      showToast('That could not be saved. Try again.', { tone: 'danger' });
    }
  };
}
