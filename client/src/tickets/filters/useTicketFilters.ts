import { useCallback, useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { dateIn } from '../../time/calendar.js';
import { useNow } from '../../time/Time.js';
import { useTimeZone } from '../../time/timeZone.js';
import { parseFilters, type TicketFilters, toSearchParams, toVariables } from './ticketFilters.js';

/**
 * The filters of the address, the variables they stand for, and how to change them. The variables keep their identity until
 * the filters or the calendar day change. Typing replaces the address; a choice is a step that Back undoes.
 */
export function useTicketFilters() {
  const [params, setParams] = useSearchParams();
  const { pathname } = useLocation();
  const timeZone = useTimeZone();
  const now = useNow();
  const today = dateIn(now, timeZone);
  const query = params.toString();
  const filters = useMemo(() => parseFilters(new URLSearchParams(query)), [query]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the present moment only the calendar day matters.
  const variables = useMemo(() => toVariables(filters, now, timeZone), [filters, today, timeZone]);
  const change = useCallback(
    (changes: Partial<TicketFilters>, options: { replace?: boolean } = {}) => {
      // A list stays on screen until the next page is loaded: what is typed into it by then must not lead back.
      if (window.location.pathname !== pathname) return;
      setParams((current) => toSearchParams({ ...parseFilters(current), ...changes }), {
        replace: options.replace ?? false,
        preventScrollReset: true,
      });
    },
    [setParams, pathname],
  );
  return { filters, variables, change };
}
