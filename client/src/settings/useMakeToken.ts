import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import type { CreateApiTokenInput } from '../gql/graphql.js';
import { useCreateApiToken } from '../session/useCreateApiToken.js';

/** Makes a token and shows it in the list. */
export function useMakeToken() {
  const client = useApolloClient();
  const createApiToken = useCreateApiToken();
  return useCallback(
    async (input: CreateApiTokenInput) => {
      const answer = await createApiToken(input);
      if ('secret' in answer) await client.refetchQueries({ include: 'active' });
      return answer;
    },
    [client, createApiToken],
  );
}
