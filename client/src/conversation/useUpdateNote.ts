import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { gql } from '../apollo/gql.js';
import { reportFailure } from '../apollo/reportFailure.js';
import { UpdateNoteDocument } from '../gql/graphql.js';

gql`
  mutation UpdateNote($input: UpdateNoteInput!) {
    updateNote(input: $input) {
      note {
        id
        ...NoteItem_note
      }
      userErrors {
        message
      }
    }
  }
`;

/** Words a note anew. Answers what stands in the way, or null once it is saved. */
export function useUpdateNote() {
  const client = useApolloClient();
  return useCallback(
    async (id: string, body: string): Promise<string | null> => {
      try {
        const { data } = await client.mutate({ mutation: UpdateNoteDocument, variables: { input: { id, body } } });
        return data?.updateNote.userErrors[0]?.message ?? null;
      } catch (error) {
        reportFailure('The note could not be saved', error);
        return 'Nothing was saved. Your words are kept.';
      }
    },
    [client],
  );
}
