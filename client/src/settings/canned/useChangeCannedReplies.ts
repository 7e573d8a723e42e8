import { gql } from '../../apollo/gql.js';
import { DeleteCannedReplyDocument, SaveCannedReplyDocument, type SaveCannedReplyInput } from '../../gql/graphql.js';
import { useAdminister } from '../useAdminister.js';

gql`
  mutation SaveCannedReply($input: SaveCannedReplyInput!) {
    saveCannedReply(input: $input) {
      cannedReply {
        id
      }
      userErrors {
        message
      }
    }
  }
  mutation DeleteCannedReply($input: DeleteCannedReplyInput!) {
    deleteCannedReply(input: $input) {
      userErrors {
        message
      }
    }
  }
`;

/** Each answers with what stands in the way, or null. */
export function useChangeCannedReplies() {
  const administer = useAdminister();
  return {
    async saveCannedReply(input: SaveCannedReplyInput): Promise<string | null> {
      return (await administer(SaveCannedReplyDocument, input, (data) => data.saveCannedReply)).fault;
    },
    async deleteCannedReply(id: string): Promise<string | null> {
      return (await administer(DeleteCannedReplyDocument, { id }, (data) => data.deleteCannedReply)).fault;
    },
  };
}
