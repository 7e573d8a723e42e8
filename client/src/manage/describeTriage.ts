import type { ManageRow_TicketFragment, SuggestionOutcome, TriageSource } from '../gql/graphql.js';

const sourceNames = {
  MODEL: 'Model',
  CACHE: 'Model',
  LOCAL: 'Local',
  DEFAULT: 'Default',
} satisfies Record<TriageSource, string>;

/** Later in the list outweighs: a suggestion half of which was overridden was overridden. */
const outcomeNames = {
  PENDING: 'pending',
  KEPT: 'not reviewed',
  CONFIRMED: 'confirmed',
  OVERRIDDEN: 'overridden',
} as const satisfies Record<SuggestionOutcome, string>;

/** "Model, confirmed": who proposed category and priority, and what became of it. */
export function describeTriage(suggestion: ManageRow_TicketFragment['suggestion']): string {
  if (!suggestion) return 'By hand';
  const met = [suggestion.category.outcome, suggestion.priority.outcome];
  const weightiest = (Object.keys(outcomeNames) as SuggestionOutcome[]).findLast((outcome) => met.includes(outcome));
  return `${sourceNames[suggestion.source]}, ${outcomeNames[weightiest ?? 'PENDING']}`;
}
