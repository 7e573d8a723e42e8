import { useState } from 'react';

interface Listed {
  id: string;
  number: number;
}

/**
 * Where the keyboard is in the list. An open ticket is the cursor; otherwise the last one moved to. When the cursor's ticket
 * leaves the list, the one that took its place becomes the cursor, so that a queue can be worked without looking up.
 */
export function useListCursor<T extends Listed>(tickets: readonly T[], openNumber: number | null) {
  const [last, setLast] = useState<{ id: string; index: number } | null>(null);
  const opened = openNumber === null ? -1 : tickets.findIndex(({ number }) => number === openNumber);
  const openTicket = tickets[opened];
  if (openTicket && openTicket.id !== last?.id) setLast({ id: openTicket.id, index: opened });
  const found = last ? tickets.findIndex(({ id }) => id === last.id) : -1;
  const index = opened >= 0 ? opened : found >= 0 ? found : Math.min(last?.index ?? -1, tickets.length - 1);
  return {
    index,
    cursor: tickets[index] ?? null,
    moveTo(next: number): T | null {
      const target = tickets[next] ?? null;
      if (target) setLast({ id: target.id, index: next });
      return target;
    },
    clear: () => setLast(null),
  };
}
