import { gql } from '../apollo/gql.js';
import { RetryInboundMailDocument } from '../gql/graphql.js';
import { showToast } from '../ui/feedback/toasts.js';
import { useAdminister } from './useAdminister.js';

gql`
  mutation RetryInboundMail($input: RetryInboundMailInput!) {
    retryInboundMail(input: $input) {
      inboundMail {
        id
        state
        verdict
      }
      userErrors {
        message
      }
    }
  }
`;

/** Has a mail read as written by a person, whatever a machine made of it. */
export function useReadMailAgain() {
  const administer = useAdminister();
  return async (id: string): Promise<void> => {
    const { fault } = await administer(RetryInboundMailDocument, { id }, (data) => data.retryInboundMail);
    showToast(fault ?? 'The mail is read again', { tone: fault ? 'danger' : 'plain' });
  };
}
