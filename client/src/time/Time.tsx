import { useSyncExternalStore } from 'react';
import { formatAge, formatAgo, formatExact } from './time.js';
import { useTimeZone } from './timeZone.js';

/** One clock for the page, ticking every half minute while anything shows a relative time. */
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | null = null;

function subscribe(listener: () => void) {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const tick of listeners) tick();
  }, 30_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0 && timer) {
      clearInterval(timer);
      timer = null;
    }
  };
}

export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}

/** A relative time whose exact value is one hover, or one screen reader step, away. `brief` is for columns. */
export function Time({ instant, brief, className }: { instant: string; brief?: boolean; className?: string }) {
  const timeZone = useTimeZone();
  const current = Math.max(useNow(), Date.parse(instant));
  return (
    <time dateTime={instant} title={formatExact(instant, timeZone)} className={className}>
      {brief ? formatAge(instant, current, timeZone) : formatAgo(instant, current)}
    </time>
  );
}
