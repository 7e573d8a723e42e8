import { useMemo } from 'react';
import type { TicketFilter } from '../../gql/graphql.js';
import { dateIn } from '../../time/calendar.js';
import { useNow } from '../../time/Time.js';
import { useTimeZone } from '../../time/timeZone.js';
import { useSidebarFits } from '../../ui/useMediaQuery.js';
import { COUNTED_AT_ONCE } from '../filters/countingQuery.js';
import { parseFilters, toVariables } from '../filters/ticketFilters.js';
import type { View } from './views.js';

/** What the views narrow the inbox to, in their order; none where the sidebar has no room to show how many each holds. */
export function useViewFilters(views: readonly View[]): readonly (TicketFilter | null)[] {
  const isShown = useSidebarFits();
  const timeZone = useTimeZone();
  const now = useNow();
  const today = dateIn(now, timeZone);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the present moment only the calendar day matters.
  return useMemo(() => {
    const counted = isShown ? views.slice(0, COUNTED_AT_ONCE) : [];
    return counted.map(({ query }) => toVariables(parseFilters(new URLSearchParams(query)), now, timeZone).filter);
  }, [views, isShown, today, timeZone]);
}
