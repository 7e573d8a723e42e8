import { useMemo } from 'react';
import { dateIn } from '../../time/calendar.js';
import { useNow } from '../../time/Time.js';
import { useTimeZone } from '../../time/timeZone.js';
import { groupByDay, type ListItem, ungrouped } from './listItems.js';

interface ListShape {
  /** In order of creation, so that days follow one another. */
  byDay: boolean;
  /** No further page follows. */
  complete: boolean;
}

export function useListItems<T extends { id: string; createdAt: string }>(
  tickets: readonly T[],
  { byDay, complete }: ListShape,
): ListItem<T>[] {
  const timeZone = useTimeZone();
  const now = useNow();
  const today = dateIn(now, timeZone);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the present moment only the calendar day matters.
  return useMemo(
    () => (byDay ? groupByDay(tickets, { now, timeZone, complete }) : ungrouped(tickets)),
    [tickets, byDay, complete, timeZone, today],
  );
}
