import { gql } from '../apollo/gql.js';
import { EraseRequesterDocument, UpdateRequesterDocument, type UpdateRequesterInput } from '../gql/graphql.js';
import { useAdminister } from '../settings/useAdminister.js';

gql`
  mutation UpdateRequester($input: UpdateRequesterInput!) {
    updateRequester(input: $input) {
      requester {
        id
      }
      userErrors {
        message
      }
    }
  }
  mutation EraseRequester($input: EraseRequesterInput!) {
    eraseRequester(input: $input) {
      erasedRequesterId
      userErrors {
        message
      }
    }
  }
`;

/** Each answers with what stands in the way, or null. */
export function useChangeRequester() {
  const administer = useAdminister();
  return {
    async updateRequester(input: UpdateRequesterInput): Promise<string | null> {
      return (await administer(UpdateRequesterDocument, input, (data) => data.updateRequester)).fault;
    },
    async eraseRequester(id: string): Promise<string | null> {
      return (await administer(EraseRequesterDocument, { id }, (data) => data.eraseRequester)).fault;
    },
  };
}
