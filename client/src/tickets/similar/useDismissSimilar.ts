import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { gql } from '../../apollo/gql.js';
import { reportFailure } from '../../apollo/reportFailure.js';
import { DismissSimilarDocument } from '../../gql/graphql.js';
import { showToast } from '../../ui/feedback/toasts.js';

gql`
  mutation DismissSimilar($input: DismissSimilarInput!) {
    dismissSimilar(input: $input) {
      ticket {
        id
        similarTickets(first: 4) {
          commonWords
          sameRequester
          ticket {
            id
            number
            title
            status
            createdAt
          }
        }
      }
      userErrors {
        message
      }
    }
  }
`;

/** Says that two tickets are not about the same, for good. */
export function useDismissSimilar() {
  const client = useApolloClient();
  return useCallback(
    async (ticketId: string, other: { id: string; number: number }) => {
      try {
        const { data } = await client.mutate({
          mutation: DismissSimilarDocument,
          variables: { input: { ticketId, otherId: other.id } },
        });
        const [fault] = data?.dismissSimilar.userErrors ?? [];
        if (fault) showToast(fault.message, { tone: 'danger' });
        else showToast(`T-${other.number} is not proposed here again`);
      } catch (error) {
        reportFailure('This could not be noted', error);
      }
    },
    [client],
  );
}
