/** The part of a list's filters that is about what triage suggested: the report of triage leads to it. */
import type { SuggestionFilter, SuggestionOutcome, TicketCategory, TicketPriority } from '../../gql/graphql.js';
import { categories, priorities } from '../vocabulary.js';

export const suggestionParams = [
  'suggested_category',
  'suggested_priority',
  'category_outcome',
  'priority_outcome',
  'language',
  'version',
  'suggested_from',
] as const;

const decided: SuggestionOutcome[] = ['KEPT', 'CONFIRMED', 'OVERRIDDEN'];

/** Null where the address says nothing about suggestions. */
export function parseSuggestion(params: URLSearchParams): SuggestionFilter | null {
  const oneOf = <V extends string>(name: string, values: readonly V[]) =>
    values.find((value) => value === params.get(name)?.toUpperCase());
  const anyOf = (name: string) => {
    const asked = params.getAll(name).map((value) => value.toUpperCase());
    return decided.filter((outcome) => asked.includes(outcome));
  };
  const category: TicketCategory | undefined = oneOf('suggested_category', categories);
  const priority: TicketPriority | undefined = oneOf('suggested_priority', priorities);
  const [categoryOutcome, priorityOutcome] = [anyOf('category_outcome'), anyOf('priority_outcome')];
  const [language, version] = [params.get('language'), params.get('version')];
  const from = Date.parse(params.get('suggested_from') ?? '');
  const filter: SuggestionFilter = {
    ...(category && { category }),
    ...(priority && { priority }),
    ...(categoryOutcome.length > 0 && { categoryOutcome }),
    ...(priorityOutcome.length > 0 && { priorityOutcome }),
    ...(language && { language }),
    ...(version && { version }),
    ...(!Number.isNaN(from) && { createdAt: { from: new Date(from).toISOString() } }),
  };
  return Object.keys(filter).length > 0 ? filter : null;
}

export function writeSuggestion(params: URLSearchParams, filter: SuggestionFilter): void {
  const { category, priority, categoryOutcome, priorityOutcome, language, version, createdAt } = filter;
  if (category) params.set('suggested_category', category.toLowerCase());
  if (priority) params.set('suggested_priority', priority.toLowerCase());
  for (const outcome of categoryOutcome ?? []) params.append('category_outcome', outcome.toLowerCase());
  for (const outcome of priorityOutcome ?? []) params.append('priority_outcome', outcome.toLowerCase());
  if (language) params.set('language', language);
  if (version) params.set('version', version);
  if (createdAt?.from) params.set('suggested_from', createdAt.from);
}
