import { useMutation } from '@apollo/client/react';
import { useRef } from 'react';
import { gql } from '../apollo/gql.js';
import { AddRequestMessageDocument, type AddRequestMessageInput } from '../gql/graphql.js';

gql`
  mutation AddRequestMessage($input: AddRequestMessageInput!) {
    addRequestMessage(input: $input) {
      requestUrl
      request {
        id
        ...RequestSteps_request
      }
      userErrors {
        message
      }
    }
  }
`;

export interface Answered {
  fault: string | null;
  /** The page of the request that the answer began. */
  requestUrl: string | null;
}

/** Sends an answer, and the same answer again under the same key, so that a lost connection doubles nothing. */
export function useAddRequestMessage() {
  const [mutate, { loading }] = useMutation(AddRequestMessageDocument);
  const attempt = useRef({ words: '', key: '' });
  const add = async (input: Omit<AddRequestMessageInput, 'idempotencyKey'>): Promise<Answered> => {
    const words = JSON.stringify(input);
    if (attempt.current.words !== words) attempt.current = { words, key: crypto.randomUUID() };
    try {
      const { data } = await mutate({ variables: { input: { ...input, idempotencyKey: attempt.current.key } } });
      const fault = data?.addRequestMessage.userErrors[0]?.message ?? null;
      if (fault === null) attempt.current = { words: '', key: '' };
      return { fault, requestUrl: data?.addRequestMessage.requestUrl ?? null };
    } catch {
      return { fault: 'Your answer could not be sent. Your words are kept; try again.', requestUrl: null };
    }
  };
  return { add, sending: loading };
}
