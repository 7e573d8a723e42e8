/** What the address of a list asks for and the desk does not know, so that a mistyped filter is not taken for an empty one. */
import { suggestionParams } from './suggestionFilter.js';
import { parseFilters, toSearchParams } from './ticketFilters.js';

const lists: readonly string[] = ['status', 'priority', 'category', 'source', 'outcome', 'waiting_on', 'snoozed'];
/** Ids keep their capitals. */
const people = ['assignee', 'team'];
const singles: readonly string[] = ['search', 'created', 'order'];
const instants = ['created_from', 'created_to', 'resolved_from', 'resolved_to', 'suggested_from'];
const ofSuggestions: readonly string[] = suggestionParams;
/** The order that the address leaves out. */
const DEFAULT_ORDER = '-created_at';

/** As `name=value`, in the order of the address. */
export function ignoredParams(params: URLSearchParams): string[] {
  const taken = toSearchParams(parseFilters(params));
  return [...params]
    .filter(([name, value]) => value !== '' && !isTaken(name, value, taken))
    .map(([name, value]) => `${name}=${value}`);
}

function isTaken(name: string, value: string, taken: URLSearchParams): boolean {
  const wanted = value.toLowerCase();
  if (lists.includes(name)) return taken.getAll(name).includes(wanted);
  // A date is written in more ways than one, and a preset outweighs a range.
  if (instants.includes(name)) return !Number.isNaN(Date.parse(value));
  if (ofSuggestions.includes(name)) return taken.getAll(name).some((known) => known.toLowerCase() === wanted);
  if (people.includes(name)) return taken.get(name) === value;
  if (name === 'search') return true;
  if (name === 'order' && wanted === DEFAULT_ORDER) return true;
  return singles.includes(name) && taken.get(name)?.toLowerCase() === wanted;
}
