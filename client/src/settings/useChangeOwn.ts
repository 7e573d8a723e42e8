import { gql } from '../apollo/gql.js';
import {
  RevokeApiTokenDocument,
  RevokeSessionsDocument,
  type RevokeSessionsInput,
  UpdateViewerDocument,
  type UpdateViewerInput,
} from '../gql/graphql.js';
import { useAdminister } from './useAdminister.js';

gql`
  mutation UpdateViewer($input: UpdateViewerInput!) {
    updateViewer(input: $input) {
      userErrors {
        message
      }
    }
  }
  mutation RevokeSessions($input: RevokeSessionsInput!) {
    revokeSessions(input: $input) {
      userErrors {
        message
      }
    }
  }
  mutation RevokeApiToken($input: RevokeApiTokenInput!) {
    revokeApiToken(input: $input) {
      userErrors {
        message
      }
    }
  }
`;

/** What people change about themselves: profile, sessions, tokens. */
export function useChangeOwn() {
  const administer = useAdminister();
  return {
    updateViewer: (input: UpdateViewerInput) => administer(UpdateViewerDocument, input, (data) => data.updateViewer),
    revokeSessions: (input: RevokeSessionsInput) =>
      administer(RevokeSessionsDocument, input, (data) => data.revokeSessions),
    revokeApiToken: (id: string) => administer(RevokeApiTokenDocument, { id }, (data) => data.revokeApiToken),
  };
}
