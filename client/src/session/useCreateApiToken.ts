import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { gql } from '../apollo/gql.js';
import { requestIdOf } from '../apollo/requestId.js';
import { CreateApiTokenDocument, type CreateApiTokenInput } from '../gql/graphql.js';

gql`
  mutation CreateApiToken($input: CreateApiTokenInput!) {
    createApiToken(input: $input) {
      secret
      userErrors {
        message
      }
    }
  }
`;

/** Makes a token. Its secret comes with this one answer and is kept nowhere else: not in the cache either. */
export function useCreateApiToken() {
  const client = useApolloClient();
  return useCallback(
    async (input: CreateApiTokenInput): Promise<{ secret: string } | { fault: string }> => {
      try {
        const { data } = await client.mutate({
          mutation: CreateApiTokenDocument,
          variables: { input },
          fetchPolicy: 'no-cache',
        });
        const { secret, userErrors } = data?.createApiToken ?? { secret: null, userErrors: [] };
        return secret ? { secret } : { fault: userErrors[0]?.message ?? 'The token could not be made.' };
      } catch (error) {
        const id = requestIdOf(error);
        return { fault: `The token could not be made${id ? ` (request ${id})` : ''}. Try again.` };
      }
    },
    [client],
  );
}
