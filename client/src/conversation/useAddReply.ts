import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { gql } from '../apollo/gql.js';
import { refresh } from '../apollo/refresh.js';
import { reportFailure } from '../apollo/reportFailure.js';
import { AddReplyDocument, type AddReplyInput } from '../gql/graphql.js';
import { countTickets } from '../tickets/vocabulary.js';
import { showToast } from '../ui/feedback/toasts.js';
import { useCancelReply, wasTakenBack } from './useCancelReply.js';

gql`
  mutation AddReply($input: AddReplyInput!) {
    addReply(input: $input) {
      reply {
        id
        body
        attachments(first: 50) {
          edges {
            cursor
            node {
              id
              fileName
              size
            }
          }
        }
      }
      ticket {
        id
        ...TicketRow_ticket
        ...TicketDetails_ticket
      }
      incidentReplies {
        id
      }
      warnings {
        message
        ticket {
          id
          number
        }
      }
      userErrors {
        code
        message
      }
    }
  }
`;

export type Sent =
  | { outcome: 'sent' }
  /** And taken back before the answer came. */
  | { outcome: 'takenBack' }
  /** The requester has written since: nothing was sent. */
  | { outcome: 'stale' }
  | { outcome: 'failed'; message: string };

/** Answers the requester. */
export function useAddReply() {
  const client = useApolloClient();
  const cancel = useCancelReply();
  return useCallback(
    async (input: AddReplyInput): Promise<Sent> => {
      try {
        const { data } = await client.mutate({ mutation: AddReplyDocument, variables: { input } });
        const { reply, incidentReplies = [], warnings = [], userErrors = [] } = data?.addReply ?? {};
        const [fault] = userErrors;
        if (fault?.code === 'STALE_CONVERSATION') return { outcome: 'stale' };
        if (fault || !reply) return { outcome: 'failed', message: fault?.message ?? 'The reply could not be sent.' };
        if (wasTakenBack(reply.id)) return { outcome: 'takenBack' };
        if (input.toIncident) {
          const missed = warnings.map(({ ticket, message }) => `T-${ticket.number}: ${message}`);
          const words = [`Sent to ${countTickets(incidentReplies.length + 1)}.`, ...missed].join(' ');
          showToast(words, missed.length > 0 ? { tone: 'danger' } : {});
          refresh(client, 'ticketStats', 'tickets');
          return { outcome: 'sent' };
        }
        showToast('Reply sent', { action: { label: 'Undo', keys: 'z', run: () => void cancel(reply) } });
        if (input.thenStatus) refresh(client, 'ticketStats', 'tickets');
        return { outcome: 'sent' };
      } catch (error) {
        reportFailure('The reply could not be sent', error);
        return { outcome: 'failed', message: 'Nothing was sent. Your words are kept.' };
      }
    },
    [client, cancel],
  );
}
