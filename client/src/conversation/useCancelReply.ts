import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { gql } from '../apollo/gql.js';
import { reportFailure } from '../apollo/reportFailure.js';
import { draftOf } from '../drafts/drafts.js';
import { uploadsOf } from '../files/uploads.js';
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

/** A reply as it was sent. */
export interface SentReply {
  id: string;
  body: string;
  attachments: { edges: readonly { node: { id: string; fileName: string; size: number } }[] };
}

/**
 * The timeline can show a reply before its sender is answered. One that is taken back by then leaves its words and files
 * where they still are, in the composer.
 */
const takenBack = new Set<string>();
export const wasTakenBack = (id: string): boolean => takenBack.has(id);

/** Takes a reply back that has not left. Its words and files return to the composer, unless something else was begun there. */
export function useCancelReply() {
  const client = useApolloClient();
  return useCallback(
    async ({ id, body, attachments }: SentReply) => {
      try {
        const { data } = await client.mutate({ mutation: CancelReplyDocument, variables: { input: { id } } });
        const fault = data?.cancelReply.userErrors[0];
        if (fault) {
          showToast(fault.message, { tone: 'danger' });
          return;
        }
        takenBack.add(id);
        const ticketId = data?.cancelReply.ticket?.id;
        const draft = ticketId && draftOf('reply', ticketId, parseWords);
        if (draft && draft.read() === null) {
          draft.write(body);
          // Taken back, they are unused once more, and for as long as new ones.
          const files = attachments.edges.map(({ node }) => node);
          uploadsOf('reply', ticketId).restore(
            files.map((file) => ({
              key: file.id,
              id: file.id,
              name: file.fileName,
              size: file.size,
              state: 'sent',
              at: Date.now(),
            })),
          );
        }
        showToast('Reply taken back');
      } catch (error) {
        reportFailure('The reply could not be taken back', error);
      }
    },
    [client],
  );
}
