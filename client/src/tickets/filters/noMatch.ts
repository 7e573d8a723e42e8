/** The words for a list that its filters have emptied. */
import { countTickets } from '../vocabulary.js';
import { filterNouns } from './filterChoices.js';
import type { FilterName } from './ticketFilters.js';

/** A filter, and how many tickets there would be without it: null for more than can be counted, undefined while unknown. */
export interface Loosening {
  name: FilterName;
  count: number | null | undefined;
}

export function titleOfMiss(filterCount: number): string {
  if (filterCount === 1) return 'Nothing matches';
  return filterCount === 2 ? 'Nothing matches both' : 'Nothing matches all of them';
}

export function describeMiss(search: string, loosenings: readonly Loosening[]): string {
  const words = search.trim();
  if (loosenings.length === 1) return words ? `No ticket contains “${words}”.` : 'No ticket fits this filter.';
  if (loosenings.some(({ count }) => count === undefined))
    return words ? `No ticket with these filters contains “${words}”.` : 'No ticket fits all of these filters.';
  const helpful = loosenings.filter(({ count }) => count !== 0);
  if (helpful.length === 0) return 'Removing any single filter still finds nothing.';
  const sentence = helpful
    .map(({ name, count }) => `without the ${filterNouns[name]} there ${amount(count)}`)
    .join(', ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function amount(count: Loosening['count']): string {
  if (count == null) return 'are many tickets';
  return `${count === 1 ? 'is' : 'are'} ${countTickets(count)}`;
}
