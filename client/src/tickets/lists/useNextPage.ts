import { useCallback, useLayoutEffect, useRef } from 'react';

interface PageInfo {
  hasNextPage: boolean;
  endCursor: string | null;
}

/** Fetches the page after the last one, once per cursor at a time. A page that failed is tried again by the next scroll. */
export function useNextPage(
  pageInfo: PageInfo | undefined,
  fetchAfter: (cursor: string) => Promise<unknown>,
): () => void {
  const fetching = useRef(false);
  const latest = useRef({ pageInfo, fetchAfter });
  useLayoutEffect(() => {
    latest.current = { pageInfo, fetchAfter };
  });
  return useCallback(() => {
    const { pageInfo, fetchAfter } = latest.current;
    if (fetching.current || !pageInfo?.hasNextPage || !pageInfo.endCursor) return;
    fetching.current = true;
    fetchAfter(pageInfo.endCursor)
      // The shell says when the server cannot be reached; the rows that are there stay.
      .catch(() => undefined)
      .finally(() => {
        fetching.current = false;
      });
  }, []);
}
