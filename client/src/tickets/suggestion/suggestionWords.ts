import type { SuggestionOutcome, TriageSource } from '../../gql/graphql.js';

/** Who suggested: the colleague's name in a few words. */
export function describeSource({ source, engine }: { source: TriageSource; engine: string }): string {
  if (source === 'LOCAL') return 'local classifier';
  if (source === 'DEFAULT') return 'no answer, so the defaults';
  return source === 'CACHE' ? `${engine}, remembered` : engine;
}

const words = {
  PENDING: 'Awaits a person',
  KEPT: 'Not reviewed',
  CONFIRMED: 'Confirmed by a person',
  OVERRIDDEN: 'Overridden by a person',
} satisfies Record<SuggestionOutcome, string>;

/** What of the text is to be marked: the passage that the model quotes, and the words that decided. */
export function evidenceOf(
  suggestion:
    | { quote: string | null; category: { evidence: readonly string[] }; priority: { evidence: readonly string[] } }
    | null
    | undefined,
): string[] {
  if (!suggestion) return [];
  const { quote, category, priority } = suggestion;
  return [...new Set([...(quote ? [quote] : []), ...category.evidence, ...priority.evidence])];
}

/** What became of both halves of a suggestion. It is open while a person has yet to confirm or change one of them. */
export function describeOutcome(
  category: SuggestionOutcome,
  priority: SuggestionOutcome,
): { words: string; isOpen: boolean } {
  const isOpen = [category, priority].some((outcome) => outcome === 'PENDING' || outcome === 'KEPT');
  if (category === priority) return { words: words[category], isOpen };
  if (category === 'OVERRIDDEN') return { words: 'Category overridden', isOpen };
  if (priority === 'OVERRIDDEN') return { words: 'Priority overridden', isOpen };
  return { words: words[isOpen && category !== 'CONFIRMED' ? category : priority], isOpen };
}
