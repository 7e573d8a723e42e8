/** What a list of suggestions is narrowed to, in words. */
import type { SuggestionFilter, SuggestionOutcome } from '../../gql/graphql.js';
import { formatDay } from '../../time/time.js';
import { categoryNames, priorityNames } from '../vocabulary.js';
import { outcomeNames } from './filterChoices.js';

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

/** What could not be detected, and what has not been yet, have names of their own. */
export function nameOfLanguage(code: string | null | undefined): string {
  if (code == null) return 'Not detected yet';
  return code === 'und' ? 'Unknown' : (languageNames.of(code) ?? code);
}

export function describeSuggestion(filter: SuggestionFilter, timeZone: string): string {
  const { category, priority, categoryOutcome, priorityOutcome, language, version, createdAt } = filter;
  const parts = [
    category && categoryNames[category],
    priority && priorityNames[priority],
    language && (language === 'und' ? 'language unknown' : nameOfLanguage(language)),
    version && `version ${version}`,
    outcomeOf('category', categoryOutcome),
    outcomeOf('priority', priorityOutcome),
    createdAt?.from && `since ${formatDay(createdAt.from, timeZone)}`,
  ];
  return parts.filter(Boolean).join(', ');
}

function outcomeOf(field: string, outcomes: readonly SuggestionOutcome[] | null | undefined): string | null {
  if (!outcomes?.length) return null;
  return `${field} ${outcomes.map((outcome) => outcomeNames[outcome].toLowerCase()).join(' or ')}`;
}
