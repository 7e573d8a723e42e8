import { useQuery } from '@apollo/client/react';
import { gql } from '../apollo/gql.js';
import { PersonNamePageDocument } from '../gql/graphql.js';

gql`
  query PersonNamePage($id: ID!) {
    node(id: $id) {
      id
      ... on User {
        displayName
      }
    }
  }
`;

/** Somebody by name, where only their id is known, as in the address of a list. */
export function PersonNamePage({ id }: { id: string }) {
  const { data } = useQuery(PersonNamePageDocument, { variables: { id } });
  return data?.node?.__typename === 'User' ? data.node.displayName : 'One person';
}
