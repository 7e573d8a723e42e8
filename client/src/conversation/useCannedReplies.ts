import { useApolloClient } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { gql } from '../apollo/gql.js';
import { reportFailure } from '../apollo/reportFailure.js';
import { CannedRepliesDocument, RenderCannedReplyDocument } from '../gql/graphql.js';
import { showToast } from '../ui/feedback/toasts.js';
import type { Completion } from './CompletionList.js';
import { fits } from './completion.js';

gql`
  query CannedReplies {
    cannedReplies(first: 100) {
      edges {
        cursor
        node {
          id
          name
          body
        }
      }
    }
  }
  query RenderCannedReply($id: ID!, $ticketId: ID!) {
    node(id: $id) {
      id
      ... on CannedReply {
        render(ticketId: $ticketId) {
          body
          missing
        }
      }
    }
  }
`;

/** Ready-made answers, asked for when the first ; is typed and filled in for the ticket when one is chosen. */
export function useCannedReplies(ticketId: string): (letters: string) => readonly Completion[] {
  const client = useApolloClient();
  const [all, setAll] = useState<readonly Completion[]>([]);
  const asked = useRef(false);

  const wordsOf = async (id: string): Promise<string | null> => {
    try {
      const { data } = await client.query({
        query: RenderCannedReplyDocument,
        variables: { id, ticketId },
        fetchPolicy: 'no-cache',
      });
      const rendered = data?.node?.__typename === 'CannedReply' ? data.node.render : null;
      if (!rendered) return null;
      if (rendered.missing.length > 0) showToast(`Fill in by hand: ${rendered.missing.join(', ')}`);
      return rendered.body;
    } catch (error) {
      reportFailure('The canned reply could not be inserted', error);
      return null;
    }
  };
  const load = async () => {
    const { data } = await client.query({ query: CannedRepliesDocument, fetchPolicy: 'network-only' });
    const edges = data?.cannedReplies.edges ?? [];
    setAll(
      edges.map(({ node }) => ({ key: node.id, name: node.name, detail: node.body, words: () => wordsOf(node.id) })),
    );
  };
  return (letters) => {
    if (!asked.current) {
      asked.current = true;
      load().catch(() => {
        asked.current = false;
      });
    }
    return all.filter(({ name }) => fits(name, letters));
  };
}
