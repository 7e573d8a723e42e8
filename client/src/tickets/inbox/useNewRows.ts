import { useState } from 'react';

interface Rows<T> {
  /** What the list shows. */
  shown: readonly T[];
  /** How many came in at its head since, and wait to be shown. */
  waiting: number;
  show: () => void;
}

interface Held {
  /** Of which list. */
  key: string;
  ids: ReadonlySet<string>;
}

/**
 * Rows that come in at the head of a list wait while somebody is at work below, so that nothing moves under the cursor.
 * Rows that leave, change or are loaded below do so at once.
 */
export function useNewRows<T extends { id: string }>(rows: readonly T[], key: string, isBusy: boolean): Rows<T> {
  const [held, setHeld] = useState<Held | null>(null);
  const known = held?.key === key ? held.ids : null;
  const first = known ? rows.findIndex(({ id }) => known.has(id)) : 0;
  const isWaiting = isBusy && first > 0;
  const shown = isWaiting ? rows.slice(first) : rows;
  if (!known || shown.length !== known.size || shown.some(({ id }) => !known.has(id))) {
    setHeld({ key, ids: new Set(shown.map(({ id }) => id)) });
  }
  const show = () => setHeld({ key, ids: new Set(rows.map(({ id }) => id)) });
  return { shown, waiting: isWaiting ? first : 0, show };
}
