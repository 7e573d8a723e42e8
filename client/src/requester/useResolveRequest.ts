import { useMutation } from '@apollo/client/react';
import { gql } from '../apollo/gql.js';
import { ResolveRequestDocument } from '../gql/graphql.js';

gql`
  mutation ResolveRequest($input: ResolveRequestInput!) {
    resolveRequest(input: $input) {
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

/** Says that it is solved, with words where there are any. Resolves with what stands in the way, or null. */
export function useResolveRequest() {
  const [mutate, { loading }] = useMutation(ResolveRequestDocument);
  const resolve = async (comment: string | null): Promise<string | null> => {
    try {
      const { data } = await mutate({ variables: { input: { comment } } });
      return data?.resolveRequest.userErrors[0]?.message ?? null;
    } catch {
      return 'That could not be sent. Try again.';
    }
  };
  return { resolve, resolving: loading };
}
