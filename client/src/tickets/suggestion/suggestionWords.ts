import type { SuggestionOutcome, TriageSource } from '../../gql/graphql.js';

/** Who suggested: the colleague's name in a few words. */
export function describeSource({ source, engine }: { source: TriageSource; engine: string }): string {
  if (source === 'LOCAL') return 'local model';
  if (source === 'DEFAULT') return 'no answer, so the defaults';
  return source === 'CACHE' ? `${engine}, remembered` : engine;
}

const words = {
  PENDING: 'Awaits a person',
  KEPT: 'Kept as suggested',
  CONFIRMED: 'Confirmed by a person',
  OVERRIDDEN: 'Changed by a person',
} satisfies Record<SuggestionOutcome, string>;

/** What became of both halves of a suggestion. It is open while a person has yet to confirm or change one of them. */
export function describeOutcome(
  category: SuggestionOutcome,
  priority: SuggestionOutcome,
): { words: string; isOpen: boolean } {
  const isOpen = [category, priority].some((outcome) => outcome === 'PENDING' || outcome === 'KEPT');
  if (category === priority) return { words: words[category], isOpen };
  if (category === 'OVERRIDDEN') return { words: 'Category changed by a person', isOpen };
  if (priority === 'OVERRIDDEN') return { words: 'Priority changed by a person', isOpen };
  return { words: words[isOpen && category !== 'CONFIRMED' ? category : priority], isOpen };
}
