import { InvalidInputError, type Issue } from '../../errors.js';
import { type ChoiceField, isChoice } from '../fields/ticket-fields.js';
import { isLonger } from '../fields/ticket-rules.js';
import type { TicketCategory, TicketPriority, TicketStatus, WaitingOn } from '../fields/ticket-values.js';
import { isBlank } from '../fields/visible-text.js';
import type { SuggestionOutcome, TriageSource } from '../write/triage-port.js';
import type { SearchedWords } from './searched-words.js';

/** Which tickets a list shows: all conditions hold; several values of one field are alternatives. Absent and empty mean "any". */
export type TicketFilter = {
  readonly category?: readonly TicketCategory[] | null;
  readonly priority?: readonly TicketPriority[] | null;
  readonly status?: readonly TicketStatus[] | null;
  /** Words that must each occur somewhere in title or description, or in one message, however they are spelt, or the number of a ticket. */
  readonly search?: string | null;
  /** In what else the words may be; the reader says it, by who asks. */
  readonly alsoIn?: readonly SearchedWords[];
  readonly createdAt?: InstantRange | null;
  readonly resolvedAt?: InstantRange | null;
  /** Both are about one and the same suggestion; an outcome is met by either of its fields. */
  readonly suggestionSource?: readonly TriageSource[] | null;
  readonly suggestionOutcome?: readonly SuggestionOutcome[] | null;
  /** More about the same suggestion. */
  readonly suggestion?: SuggestionFilter | null;
  readonly assignee?: Assignees | null;
  readonly team?: readonly number[] | null;
  readonly requester?: number | null;
  readonly waitingOn?: readonly WaitingOn[] | null;
  /** Only those that rest, or only those that do not. */
  readonly snoozed?: boolean | null;
  /** Only those that no person has looked at, or only the others. */
  readonly needsTriage?: boolean | null;
  /** Those too that go on in another ticket. */
  readonly includeMerged?: boolean | null;
  /** Only those that go on in this one. */
  readonly mergedInto?: number | null;
  /** Only those that are part of this incident. */
  readonly incident?: number | null;
};

/** Which suggestion; all conditions hold. */
export type SuggestionFilter = {
  readonly category?: TicketCategory | null;
  readonly priority?: TicketPriority | null;
  readonly categoryOutcome?: readonly SuggestionOutcome[] | null;
  readonly priorityOutcome?: readonly SuggestionOutcome[] | null;
  readonly language?: string | null;
  readonly version?: string | null;
  readonly createdAt?: InstantRange | null;
};

/** People by key, and whether also what is nobody's; without either nothing matches. */
export type Assignees = { readonly keys: readonly number[]; readonly none: boolean };

/** From is inclusive, to is exclusive; ISO 8601. */
export type InstantRange = { readonly from?: string | null; readonly to?: string | null };

/** In code points; each word is a comparison with every text. */
export const longestSearch = 1_000;

/** @throws InvalidInputError for what no ticket can contain, and for what is too long */
export function searchWords(search: string | null | undefined): string[] {
  const issues = searchIssues(search);
  if (issues.length > 0) throw new InvalidInputError(issues);
  return [...new Set((search ?? '').split(/\s+/).filter((word) => !isBlank(word)))];
}

/** What is wrong with the values that a field of choice is filtered by. */
export function choiceIssues(field: ChoiceField, values: readonly string[]): Issue[] {
  const unknown = values.find((value) => !isChoice(field, value));
  if (unknown === undefined) return [];
  const message = `Select a valid choice. ${unknown.toWellFormed()} is not one of the available choices.`;
  return [{ path: [field], code: 'invalid_choice', message }];
}

export function searchIssues(search: string | null | undefined): Issue[] {
  const path = ['search'];
  if (search?.includes('\0')) return [{ path, code: 'null_character', message: 'Null characters are not allowed.' }];
  if (search?.isWellFormed() === false) return [{ path, code: 'not_a_string', message: 'Not a valid string.' }];
  if (search && isLonger(search, longestSearch)) {
    return [{ path, code: 'too_long', message: `Ensure this field has no more than ${longestSearch} characters.` }];
  }
  return [];
}
