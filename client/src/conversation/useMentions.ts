import { useApolloClient } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { gql } from '../apollo/gql.js';
import { MentionablesDocument, type MentionablesQuery } from '../gql/graphql.js';
import type { Completion } from './CompletionList.js';
import { fits } from './completion.js';

gql`
  query Mentionables {
    users(first: 100) {
      edges {
        cursor
        node {
          id
          displayName
          handle
        }
      }
    }
    teams(first: 100) {
      edges {
        cursor
        node {
          id
          name
          handle
        }
      }
    }
  }
`;

/** The people and teams that a note can call, asked for when the first @ is typed. */
export function useMentions(): (letters: string) => readonly Completion[] {
  const client = useApolloClient();
  const [all, setAll] = useState<readonly Completion[]>([]);
  const asked = useRef(false);
  return (letters) => {
    if (!asked.current) {
      asked.current = true;
      const forget = () => {
        asked.current = false;
      };
      client.query({ query: MentionablesDocument }).then(({ data }) => data && setAll(offersOf(data)), forget);
    }
    return all.filter(({ name, detail }) => fits(name, letters) || fits(detail.slice(1), letters));
  };
}

function offersOf({ users, teams }: MentionablesQuery): Completion[] {
  const offer = (id: string, name: string, handle: string): Completion => ({
    key: id,
    name,
    detail: `@${handle}`,
    words: async () => `@${handle} `,
  });
  return [
    ...users.edges.map(({ node }) => offer(node.id, node.displayName, node.handle)),
    ...teams.edges.map(({ node }) => offer(node.id, node.name, node.handle)),
  ];
}
