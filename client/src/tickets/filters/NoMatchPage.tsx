import { useQuery } from '@apollo/client/react';
import { ListFilter } from 'lucide-react';
import { useMemo } from 'react';
import { useNow } from '../../time/Time.js';
import { useTimeZone } from '../../time/timeZone.js';
import { Button } from '../../ui/controls/Button.js';
import { EmptyState } from '../../ui/feedback/EmptyState.js';
import { countingQuery, countsOf, filterVariables } from './countingQuery.js';
import { filterNouns } from './filterChoices.js';
import { describeMiss, type Loosening, titleOfMiss } from './noMatch.js';
import { activeFilters, noFilters, type TicketFilters, toVariables } from './ticketFilters.js';

interface NoMatchPageProps {
  filters: TicketFilters;
  onChange: (changes: Partial<TicketFilters>) => void;
}

/** Stands in for a list that its filters have emptied, and says what each of them keeps out. */
export function NoMatchPage({ filters, onChange }: NoMatchPageProps) {
  const loosenings = useLoosenings(filters);
  return (
    <EmptyState
      icon={ListFilter}
      title={titleOfMiss(loosenings.length)}
      role="status"
      actions={
        <>
          <Button keys="shift+Escape" onClick={() => onChange({ ...noFilters, order: filters.order })}>
            Clear filters
          </Button>
          {loosenings
            .filter(({ count }) => count !== 0)
            .map(({ name }) => (
              <Button key={name} tone="ghost" onClick={() => onChange({ [name]: noFilters[name] })}>
                Drop {filterNouns[name]} only
              </Button>
            ))}
        </>
      }
    >
      {describeMiss(filters.search, loosenings)}
    </EmptyState>
  );
}

/** How many tickets there would be without each of the filters; one alone needs no counting. */
function useLoosenings(filters: TicketFilters): readonly Loosening[] {
  const timeZone = useTimeZone();
  const now = useNow();
  const names = activeFilters(filters);
  const without = names.map((name) => toVariables({ ...filters, [name]: noFilters[name] }, now, timeZone).filter);
  const query = useMemo(() => countingQuery(names.length), [names.length]);
  const { data } = useQuery(query, {
    variables: filterVariables(without),
    fetchPolicy: 'cache-and-network',
    skip: names.length < 2,
  });
  const counts = countsOf(data, without);
  return names.map((name, index) => ({ name, count: counts[index] }));
}
