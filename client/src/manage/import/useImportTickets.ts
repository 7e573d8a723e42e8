import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { refresh } from '../../apollo/refresh.js';
import type { ImportMapping } from './importMapping.js';
import { importFile } from './importStore.js';

/** Sends a file of tickets; the lists and the figures follow when it is done. */
export function useImportTickets() {
  const client = useApolloClient();
  return useCallback(
    async (file: File, mapping: ImportMapping) => {
      await importFile(file, mapping);
      refresh(client, 'tickets', 'ticketStats');
    },
    [client],
  );
}
