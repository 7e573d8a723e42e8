import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { connectionStore } from '../apollo/connection.js';

/** When the server answers again, or the network returns, what is on screen is asked for anew. */
export function useReconnect(): void {
  const client = useApolloClient();
  useEffect(() => {
    const refetch = () => void client.refetchQueries({ include: 'active' });
    let wasLost = connectionStore.read() !== null;
    const stop = connectionStore.subscribe(() => {
      const isLost = connectionStore.read() !== null;
      if (wasLost && !isLost) refetch();
      wasLost = isLost;
    });
    window.addEventListener('online', refetch);
    return () => {
      stop();
      window.removeEventListener('online', refetch);
    };
  }, [client]);
}
