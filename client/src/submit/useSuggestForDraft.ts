import { useMutation } from '@apollo/client/react';
import { useCallback } from 'react';
import { gql } from '../apollo/gql.js';
import { SuggestForDraftDocument, type SuggestForDraftMutation } from '../gql/graphql.js';
import { useIsMember } from '../session/session.js';

gql`
  mutation SuggestForDraft($input: SuggestTriageInput!, $member: Boolean!) {
    suggestTriage(input: $input) {
      suggestion {
        id
        quote
        category {
          value
          evidence
        }
        priority {
          value
          evidence
        }
        ...SuggestionCard_suggestion
      }
      similarTickets @include(if: $member) {
        commonWords
        ticket {
          id
          number
          title
          status
          createdAt
        }
      }
      userErrors {
        code
      }
    }
  }
`;

type Payload = SuggestForDraftMutation['suggestTriage'];
export type DraftSuggestion = NonNullable<Payload['suggestion']>;
export type SimilarToDraft = NonNullable<Payload['similarTickets']>;

/** Asks triage about a text that is no ticket yet. Null where it has nothing to say; rejects where it cannot be asked. */
export function useSuggestForDraft() {
  const [mutate] = useMutation(SuggestForDraftDocument);
  // From which tickets triage learned is not for strangers to know.
  const member = useIsMember();
  return useCallback(
    async (text: { title: string; description: string }, signal: AbortSignal) => {
      const { data } = await mutate({ variables: { input: text, member }, context: { fetchOptions: { signal } } });
      const { suggestion = null, similarTickets = [] } = data?.suggestTriage ?? {};
      return suggestion && { suggestion, similar: similarTickets };
    },
    [mutate, member],
  );
}
