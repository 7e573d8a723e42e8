import { useApolloClient } from '@apollo/client/react';
import { gql } from '../../apollo/gql.js';
import { refresh } from '../../apollo/refresh.js';
import { AcceptSuggestionDocument } from '../../gql/graphql.js';
import { showToast } from '../../ui/feedback/toasts.js';

gql`
  mutation AcceptSuggestion($input: ConfirmSuggestionInput!) {
    confirmSuggestion(input: $input) {
      ticket {
        ...TicketRow_ticket
        ...TicketDetails_ticket
      }
      userErrors {
        message
      }
    }
  }
`;

/** Tells triage that it was right. */
export function useAcceptSuggestion() {
  const client = useApolloClient();
  return async (suggestionId: string) => {
    try {
      const { data } = await client.mutate({
        mutation: AcceptSuggestionDocument,
        variables: { input: { id: suggestionId } },
      });
      const fault = data?.confirmSuggestion.userErrors[0];
      showToast(fault?.message ?? 'Suggestion accepted', { tone: fault ? 'danger' : 'plain' });
      refresh(client, 'ticketStats');
    } catch {
      showToast('The suggestion could not be accepted', { tone: 'danger' });
    }
  };
}
