import { useCallback, useSyncExternalStore } from 'react';

export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

/** Below the rail: another layout, not a squeezed one. */
export function useNarrow(): boolean {
  return !useMediaQuery('(min-width: 768px)');
}

/** Wide enough for words in the sidebar. */
export function useSidebarFits(): boolean {
  return useMediaQuery('(min-width: 1024px)');
}

/** Wide enough for a list with a panel beside it. */
export function usePanelFits(): boolean {
  return useMediaQuery('(min-width: 1180px)');
}
