/** Where the figures of the report lead: the tickets that they count. */
import type { SuggestionFilter, SuggestionOutcome, TriageSource } from '../../gql/graphql.js';
import { inboxPath, type TicketFilters } from '../../tickets/filters/ticketFilters.js';

interface Narrowing {
  suggestion?: SuggestionFilter;
  source?: TriageSource[];
}

const known: SuggestionOutcome[] = ['KEPT', 'CONFIRMED', 'OVERRIDDEN'];
const reviewed: SuggestionOutcome[] = ['CONFIRMED', 'OVERRIDDEN'];

export function suggestionsPath(since: string | null, { suggestion = {}, source = [] }: Narrowing = {}) {
  const of = (outcome: SuggestionOutcome[], more: SuggestionFilter = {}, also: Partial<TicketFilters> = {}) =>
    inboxPath({
      outcome,
      source,
      suggestion: { ...suggestion, ...more, ...(since && { createdAt: { from: since } }) },
      ...also,
    });
  return {
    all: () => of(known),
    reviewed: () => of(reviewed),
    right: (field: 'category' | 'priority') => of([], { [`${field}Outcome`]: ['CONFIRMED'] }),
    overridden: (more: SuggestionFilter = {}, also: Partial<TicketFilters> = {}) => of(['OVERRIDDEN'], more, also),
    notReviewed: () => of([], { categoryOutcome: ['KEPT'], priorityOutcome: ['KEPT'] }),
  };
}
