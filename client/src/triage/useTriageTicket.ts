import { useApolloClient } from '@apollo/client/react';
import { useRef } from 'react';
import { gql } from '../apollo/gql.js';
import { refresh } from '../apollo/refresh.js';
import { requestIdOf } from '../apollo/requestId.js';
import {
  TriageTicketDocument,
  type TriageTicketInput,
  UndoTriageDocument,
  UseTriageTicket_TicketFragmentDoc,
} from '../gql/graphql.js';
import { showToast } from '../ui/feedback/toasts.js';
import type { QueuedTicket } from './queue.js';

gql`
  fragment useTriageTicket_ticket on Ticket {
    id
    version
  }
  mutation TriageTicket($input: TriageTicketInput!) {
    triageTicket(input: $input) {
      undoToken
      ticket {
        ...useTriageTicket_ticket @unmask
        ...TicketRow_ticket
        ...TriageTicket_ticket
      }
      userErrors {
        code
        message
      }
    }
  }
  mutation UndoTriage($input: UndoTriageInput!) {
    undoTriage(input: $input) {
      ticket {
        ...useTriageTicket_ticket @unmask
        ...TicketRow_ticket
        ...TriageTicket_ticket
      }
      userErrors {
        code
        message
      }
    }
  }
`;

export type Decision = Omit<TriageTicketInput, 'id' | 'expectedVersion'>;

/** The frame's counts follow once the keys rest. */
const REST_MS = 600;

/**
 * Sends decisions and takes them back. Both are shown before they are sent, so what concerns one ticket is sent in the order
 * of the keys, each on top of the version that the one before has left. Both answer whether it holds.
 */
export function useTriageTicket() {
  const client = useApolloClient();
  const last = useRef(new Map<string, Promise<string | null>>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const follow = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => refresh(client, 'ticketStats'), REST_MS);
  };

  const inOrder = (id: string, send: (token: string | null) => Promise<string | null>) => {
    const sent = (last.current.get(id) ?? Promise.resolve(null)).then(send);
    last.current.set(id, sent);
    return sent.finally(follow);
  };
  const fail = (number: number, message: string) => {
    showToast(`T-${number}: ${message}`, { tone: 'danger' });
    return null;
  };
  const failed = (number: number, error: unknown) => {
    const request = requestIdOf(error);
    return fail(number, `the decision could not be sent${request ? ` (request ${request})` : ''}`);
  };

  /** What takes it back; null where it was refused. */
  const decide = async ({ id, number }: QueuedTicket, decision: Decision): Promise<boolean> => {
    const token = await inOrder(id, async () => {
      const from = { __typename: 'Ticket' as const, id };
      const expectedVersion =
        client.readFragment({ fragment: UseTriageTicket_TicketFragmentDoc, from })?.version ?? null;
      try {
        const { data } = await client.mutate({
          mutation: TriageTicketDocument,
          variables: { input: { id, expectedVersion, ...decision } },
        });
        const [fault] = data?.triageTicket.userErrors ?? [];
        if (fault?.code === 'CONFLICT') return fail(number, 'a colleague changed it meanwhile; look again');
        if (fault) return fail(number, fault.message);
        return data?.triageTicket.undoToken ?? null;
      } catch (error) {
        return failed(number, error);
      }
    });
    return token !== null;
  };

  const undo = async ({ id, number }: QueuedTicket): Promise<boolean> => {
    let isUndone = true;
    await inOrder(id, async (undoToken) => {
      if (undoToken === null) return null;
      try {
        const { data } = await client.mutate({
          mutation: UndoTriageDocument,
          variables: { input: { undoToken } },
        });
        const [fault] = data?.undoTriage.userErrors ?? [];
        if (fault) fail(number, fault.message);
        isUndone = !fault;
      } catch (error) {
        failed(number, error);
        isUndone = false;
      }
      return null;
    });
    return isUndone;
  };
  return { decide, undo };
}
