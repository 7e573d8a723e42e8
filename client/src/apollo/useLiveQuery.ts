/** Keeps a query fresh: by what the desk tells, or by looking where it tells nothing. */
import { useEffect, useEffectEvent } from 'react';
import { useStore } from '../ui/store.js';
import { liveStore, onChange } from './live.js';

/** For what the desk does not tell of. */
const SELDOM_MS = 60_000;
/** What changes together is asked for once. */
const TOGETHER_MS = 50;

/** How often to look: as often as given, or seldom where changes are told. */
export function usePollInterval(ms: number): number {
  return useStore(liveStore) === 'live' ? Math.max(ms, SELDOM_MS) : ms;
}

interface Freshness {
  /** Only when this ticket changes. */
  ticketId?: string | undefined;
  /** At most so often, however much changes. */
  everyMs?: number;
}

/** Asks again when something changed, once the page is in sight. */
export function useRefetchOnChange(refetch: () => Promise<unknown>, { ticketId, everyMs = 500 }: Freshness = {}): void {
  const ask = useEffectEvent(() => {
    // The shell says when the server cannot be reached.
    refetch().catch(() => undefined);
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isDue = false;
    let askedAt = Number.NEGATIVE_INFINITY;
    const schedule = () => {
      isDue = true;
      if (document.hidden) return;
      timer ??= setTimeout(run, Math.max(TOGETHER_MS, askedAt + everyMs - performance.now()));
    };
    const run = () => {
      timer = undefined;
      if (document.hidden) return;
      isDue = false;
      askedAt = performance.now();
      ask();
    };
    const stop = onChange((id) => {
      if (id === null || ticketId === undefined || id === ticketId) schedule();
    });
    const appear = () => {
      if (isDue) schedule();
    };
    document.addEventListener('visibilitychange', appear);
    return () => {
      stop();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', appear);
    };
  }, [ticketId, everyMs]);
}
