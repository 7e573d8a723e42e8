import { useMutation } from '@apollo/client/react';
import { gql } from '../apollo/gql.js';
import { reportFailure } from '../apollo/reportFailure.js';
import { RetryReplyDocument } from '../gql/graphql.js';
import { showToast } from '../ui/feedback/toasts.js';

gql`
  mutation RetryReply($input: RetryReplyInput!) {
    retryReply(input: $input) {
      reply {
        id
        ...ReplyItem_reply
      }
      userErrors {
        message
      }
    }
  }
`;

/** Sends a reply again that did not arrive. */
export function useRetryReply() {
  const [mutate, { loading }] = useMutation(RetryReplyDocument);
  const retry = async (id: string): Promise<void> => {
    try {
      const { data } = await mutate({ variables: { input: { id } } });
      const fault = data?.retryReply.userErrors[0];
      if (fault) showToast(fault.message, { tone: 'danger' });
    } catch (error) {
      reportFailure('The reply was not sent', error);
    }
  };
  return { retry, isRetrying: loading };
}
