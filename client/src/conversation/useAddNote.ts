import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { gql } from '../apollo/gql.js';
import { reportFailure } from '../apollo/reportFailure.js';
import { AddNoteDocument, type AddNoteInput, TicketPageDocument } from '../gql/graphql.js';
import { showToast } from '../ui/feedback/toasts.js';

gql`
  mutation AddNote($input: AddNoteInput!) {
    addNote(input: $input) {
      note {
        id
        ...NoteItem_note
      }
      unknownMentions
      userErrors {
        message
      }
    }
  }
`;

/** Tells the team something. Answers what stands in the way, or null once it is kept. */
export function useAddNote() {
  const client = useApolloClient();
  return useCallback(
    async (input: AddNoteInput): Promise<string | null> => {
      try {
        const { data } = await client.mutate({ mutation: AddNoteDocument, variables: { input } });
        const { note, unknownMentions = [], userErrors = [] } = data?.addNote ?? {};
        if (!note) return userErrors[0]?.message ?? 'The note could not be added.';
        if (unknownMentions.length > 0) {
          showToast(`Nobody is called ${unknownMentions.map((handle) => `@${handle}`).join(', ')}`);
        }
        // A payload tells the note, not its place in the timeline.
        await client.refetchQueries({ include: [TicketPageDocument] });
        return null;
      } catch (error) {
        reportFailure('The note could not be added', error);
        return 'Nothing was added. Your words are kept.';
      }
    },
    [client],
  );
}
