import { gql } from '../apollo/gql.js';
import {
  CreatePasswordResetDocument,
  InviteUserDocument,
  type InviteUserInput,
  UpdateUserDocument,
  type UpdateUserInput,
} from '../gql/graphql.js';
import { useAdminister } from './useAdminister.js';

gql`
  mutation InviteUser($input: InviteUserInput!) {
    inviteUser(input: $input) {
      inviteUrl
      userErrors {
        message
      }
    }
  }
  mutation UpdateUser($input: UpdateUserInput!) {
    updateUser(input: $input) {
      userErrors {
        message
      }
    }
  }
  mutation CreatePasswordReset($input: CreatePasswordResetInput!) {
    createPasswordReset(input: $input) {
      resetUrl
      userErrors {
        message
      }
    }
  }
`;

/** What administrators change about others. */
export function useChangePeople() {
  const administer = useAdminister();
  return {
    inviteUser: (input: InviteUserInput) => administer(InviteUserDocument, input, (data) => data.inviteUser),
    updateUser: (input: UpdateUserInput) => administer(UpdateUserDocument, input, (data) => data.updateUser),
    createPasswordReset: (userId: string) =>
      administer(CreatePasswordResetDocument, { userId }, (data) => data.createPasswordReset),
  };
}
