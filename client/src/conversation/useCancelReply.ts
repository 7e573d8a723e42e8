import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { gql } from '../apollo/gql.js';
import { reportFailure } from '../apollo/reportFailure.js';
import { draftOf } from '../drafts/drafts.js';
import { CancelReplyDocument } from '../gql/graphql.js';
import { showToast } from '../ui/feedback/toasts.js';
import { parseWords } from './parseWords.js';

gql`
  mutation CancelReply($input: CancelReplyInput!) {
    cancelReply(input: $input) {
      canceledReplyId
      ticket {
        id
        ...TicketRow_ticket
        ...TicketDetails_ticket
      }
      userErrors {
        message
      }
    }
  }
`;

/** Takes a reply back that has not left. Its words return to the composer, unless something else was begun there. */
export function useCancelReply() {
  const client = useApolloClient();
  return useCallback(
    async ({ id, body }: { id: string; body: string }) => {
      try {
        const { data } = await client.mutate({ mutation: CancelReplyDocument, variables: { input: { id } } });
        const fault = data?.cancelReply.userErrors[0];
        if (fault) {
          showToast(fault.message, { tone: 'danger' });
          return;
        }
        const ticketId = data?.cancelReply.ticket?.id;
        const draft = ticketId && draftOf('reply', ticketId, parseWords);
        if (draft && draft.read() === null) draft.write(body);
        showToast('Reply taken back');
      } catch (error) {
        reportFailure('The reply could not be taken back', error);
      }
    },
    [client],
  );
}
