import { gql } from '../../apollo/gql.js';
import {
  DeleteWebhookDocument,
  RedeliverWebhookDocument,
  SaveWebhookDocument,
  type SaveWebhookInput,
} from '../../gql/graphql.js';
import { useAdminister } from '../useAdminister.js';

gql`
  mutation SaveWebhook($input: SaveWebhookInput!) {
    saveWebhook(input: $input) {
      secret
      userErrors {
        message
      }
    }
  }
  mutation DeleteWebhook($input: DeleteWebhookInput!) {
    deleteWebhook(input: $input) {
      userErrors {
        message
      }
    }
  }
  mutation RedeliverWebhook($input: RedeliverWebhookInput!) {
    redeliverWebhook(input: $input) {
      userErrors {
        message
      }
    }
  }
`;

export function useChangeWebhooks() {
  const administer = useAdminister();
  return {
    /** `done.secret` is told once, and reaches no cache. */
    save: (input: SaveWebhookInput) => administer(SaveWebhookDocument, input, (data) => data.saveWebhook),
    remove: (id: string) => administer(DeleteWebhookDocument, { id }, (data) => data.deleteWebhook),
    sendAgain: (deliveryId: string) =>
      administer(RedeliverWebhookDocument, { deliveryId }, (data) => data.redeliverWebhook),
  };
}
