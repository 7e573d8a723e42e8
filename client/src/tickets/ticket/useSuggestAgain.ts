import { useMutation } from '@apollo/client/react';
import { gql } from '../../apollo/gql.js';
import { SuggestAgainDocument } from '../../gql/graphql.js';
import { showToast } from '../../ui/feedback/toasts.js';

gql`
  mutation SuggestAgain($input: SuggestTriageInput!) {
    suggestTriage(input: $input) {
      suggestion {
        id
        ticket {
          id
          ...SuggestionCard_ticket
          ...TicketText_ticket
        }
      }
      userErrors {
        message
      }
    }
  }
`;

/** Lets triage read the ticket as it stands now. */
export function useSuggestAgain() {
  const [mutate, { loading }] = useMutation(SuggestAgainDocument);
  const suggestAgain = async (ticketId: string) => {
    try {
      const { data } = await mutate({ variables: { input: { ticketId } } });
      const fault = data?.suggestTriage.userErrors[0];
      if (fault) showToast(fault.message, { tone: 'danger' });
    } catch {
      // Triage is a help, not a need: its absence is said and nothing else changes.
      showToast('Triage did not answer', { tone: 'danger' });
    }
  };
  return { suggestAgain, asking: loading };
}
