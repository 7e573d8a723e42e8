import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { gql } from '../../apollo/gql.js';
import { reportFailure } from '../../apollo/reportFailure.js';
import { DeleteViewDocument, SaveViewDocument, type ViewSharing } from '../../gql/graphql.js';
import { useSession } from '../../session/session.js';
import { showToast } from '../../ui/feedback/toasts.js';
import { removeView, saveView, type View } from './views.js';

gql`
  mutation SaveView($input: SaveViewInput!) {
    saveView(input: $input) {
      view {
        id
      }
      userErrors {
        message
      }
    }
  }
  mutation DeleteView($input: DeleteViewInput!) {
    deleteView(input: $input) {
      userErrors {
        message
      }
    }
  }
`;

export interface ViewAudience {
  sharedWith: ViewSharing;
  teamId: string | null;
}

export const onlyMe: ViewAudience = { sharedWith: 'ME', teamId: null };

/** Keeps a view, or lets it go: on the server for whoever is signed in, otherwise in the browser. Resolves with false where that failed. */
export function useSaveView() {
  const client = useApolloClient();
  const { user } = useSession();
  const report = useCallback(
    async (work: () => Promise<string | undefined>, what: string): Promise<boolean> => {
      try {
        const fault = await work();
        if (fault) showToast(fault, { tone: 'danger' });
        await client.refetchQueries({ include: 'active' });
        return !fault;
      } catch (error) {
        reportFailure(what, error);
        return false;
      }
    },
    [client],
  );
  const save = useCallback(
    async ({ id, name, query }: View, audience: ViewAudience = onlyMe): Promise<boolean> => {
      if (!user) {
        saveView({ name, query });
        return true;
      }
      const input = { name, query, ...audience, ...(id && { id }) };
      return report(async () => {
        const { data } = await client.mutate({ mutation: SaveViewDocument, variables: { input } });
        return data?.saveView.userErrors[0]?.message;
      }, 'The view could not be saved');
    },
    [client, user, report],
  );
  const remove = useCallback(
    async ({ id, name }: View): Promise<boolean> => {
      if (!id) {
        removeView(name);
        return true;
      }
      return report(async () => {
        const { data } = await client.mutate({ mutation: DeleteViewDocument, variables: { input: { id } } });
        return data?.deleteView.userErrors[0]?.message;
      }, 'The view could not be removed');
    },
    [client, report],
  );
  return { save, remove };
}
