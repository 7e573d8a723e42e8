import { useCallback, useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { dateIn } from '../../time/calendar.js';
import { useNow } from '../../time/Time.js';
import { useTimeZone } from '../../time/timeZone.js';
import {
  activeFilters,
  atWork,
  parseFilters,
  type TicketFilters,
  toSearchParams,
  toVariables,
} from './ticketFilters.js';

/**
 * The filters of the address, the variables they stand for, and how to change them. The variables keep their identity until
 * the filters or the calendar day change. Typing replaces the address; a choice is a step that Back undoes.
 * The inbox shows what is unfinished until it is narrowed: a filter narrows that, a search goes through all tickets.
 */
export function useTicketFilters({ isInbox = false } = {}) {
  const [params, setParams] = useSearchParams();
  const { pathname } = useLocation();
  const timeZone = useTimeZone();
  const now = useNow();
  const today = dateIn(now, timeZone);
  const query = params.toString();
  const filters = useMemo(() => parseFilters(new URLSearchParams(query)), [query]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the present moment only the calendar day matters.
  const variables = useMemo(
    () => toVariables(isInbox ? ofInbox(filters) : filters, now, timeZone),
    [filters, today, timeZone, isInbox],
  );
  const change = useCallback(
    (changes: Partial<TicketFilters>, options: { replace?: boolean } = {}) => {
      // A list stays on screen until the next page is loaded: what is typed into it by then must not lead back.
      if (window.location.pathname !== pathname) return;
      const from = (current: TicketFilters) => (isInbox && isNarrowing(changes) ? ofInbox(current) : current);
      setParams((current) => toSearchParams({ ...from(parseFilters(current)), ...changes }), {
        replace: options.replace ?? false,
        preventScrollReset: true,
      });
    },
    [setParams, pathname, isInbox],
  );
  return { filters, variables, change };
}

function ofInbox(filters: TicketFilters): TicketFilters {
  return activeFilters(filters).length > 0 ? filters : { ...filters, ...atWork };
}

/** Whether a change is a filter of its own, beside which the inbox stays what it is. */
function isNarrowing(changes: Partial<TicketFilters>): boolean {
  const { search, status, order, ...others } = changes;
  return search === undefined && status === undefined && Object.keys(others).length > 0;
}
