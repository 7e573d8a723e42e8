import type { TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { requestIdOf } from '../apollo/requestId.js';

interface Payload {
  userErrors: readonly { message: string }[];
}

export type Outcome<P> = { done: P; fault: null } | { done: null; fault: string };

/**
 * Sends one change of the settings, and asks the page that is open again. Answers with the payload, or with the first thing
 * that stands in the way. Secrets in it reach no cache.
 */
export function useAdminister() {
  const client = useApolloClient();
  return useCallback(
    async function administer<D, I, P extends Payload>(
      mutation: TypedDocumentNode<D, { input: I }>,
      input: I,
      payloadOf: (data: D) => P,
    ): Promise<Outcome<P>> {
      try {
        const { data } = await client.mutate<D, { input: I }>({
          mutation,
          variables: { input },
          fetchPolicy: 'no-cache',
        });
        const payload = payloadOf(data as D);
        const [first] = payload.userErrors;
        if (first) return { done: null, fault: first.message };
        await client.refetchQueries({ include: 'active' });
        return { done: payload, fault: null };
      } catch (error) {
        const id = requestIdOf(error);
        return { done: null, fault: `That could not be saved${id ? ` (request ${id})` : ''}. Try again.` };
      }
    },
    [client],
  );
}
