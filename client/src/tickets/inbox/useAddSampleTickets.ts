import { useApolloClient, useMutation } from '@apollo/client/react';
import { gql } from '../../apollo/gql.js';
import { refresh } from '../../apollo/refresh.js';
import { requestIdOf } from '../../apollo/requestId.js';
import { AddSampleTicketsDocument } from '../../gql/graphql.js';
import { showToast } from '../../ui/feedback/toasts.js';

export const SAMPLE_COUNT = 200;

gql`
  mutation AddSampleTickets($input: AddSampleTicketsInput!) {
    addSampleTickets(input: $input) {
      createdCount
      userErrors {
        message
      }
    }
  }
`;

/** Fills an empty desk, so that there is something to look around in. */
export function useAddSampleTickets() {
  const client = useApolloClient();
  const [mutate, { loading }] = useMutation(AddSampleTicketsDocument);
  const addSamples = async () => {
    try {
      const { data } = await mutate({ variables: { input: { count: SAMPLE_COUNT } } });
      const fault = data?.addSampleTickets.userErrors[0];
      if (fault) showToast(fault.message, { tone: 'danger' });
      else showToast(`${data?.addSampleTickets.createdCount} sample tickets added`);
      refresh(client, 'tickets', 'ticketStats');
    } catch (error) {
      const requestId = requestIdOf(error);
      showToast(`No samples were added${requestId ? ` (request ${requestId})` : ''}`, { tone: 'danger' });
    }
  };
  return { addSamples, adding: loading };
}
