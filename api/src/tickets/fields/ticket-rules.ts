/**
 * What a ticket may be, decided once at the service's door. Both APIs hand over what they received; every fault is
 * reported at once, each with its path. The database enforces the same rules again.
 */
import { InvalidInputError, type Issue, type IssueCode } from '../../errors.js';
import { type NamedRequester, takeRequester } from '../../people/requester-rules.js';
import { snoozeIssue } from './snooze.js';
import { type ChoiceField, choiceFields, fieldsWith, isChoice, textFields, ticketFields } from './ticket-fields.js';
import type { TicketCategory, TicketPriority, TicketStatus } from './ticket-values.js';
import { isBlank } from './visible-text.js';

/** How many tickets one change may name. */
export const mostTickets = 100;

export type TicketChanges = {
  title?: string;
  description?: string;
  category?: TicketCategory;
  priority?: TicketPriority;
  status?: TicketStatus;
  /** Whose it is to be; null: nobody's. */
  assigneeKey?: number | null;
  teamKey?: number | null;
  requesterKey?: number | null;
  /** An instant, or the word for an answer; null: awake. */
  snoozedUntil?: string | null;
};

/** Whoever asks is named by a submission; what is known of them is decided when it is kept. */
export type NewTicket = TicketChanges & { title: string; description: string; requester?: NamedRequester };

type Input = Readonly<Record<string, unknown>>;

/** @throws InvalidInputError with every fault. Undefined fields are left out; null is a fault. */
export function parseNewTicket(input: Input): NewTicket {
  return parse(input, ['title', 'description']) as NewTicket;
}

/** @throws InvalidInputError with every fault. `required` names the fields that a whole replacement (PUT) must bring. */
export function parseTicketChanges(input: Input, required: readonly string[] = []): TicketChanges {
  return parse(input, required);
}

function parse(input: Input, required: readonly string[]): TicketChanges {
  const issues: Issue[] = [];
  const values: Record<string, unknown> = {};
  const accept = (field: string, judged: string | Problem) => {
    if (typeof judged === 'string') values[field] = judged;
    else issues.push({ path: [field], ...judged });
  };
  for (const field of textFields) {
    if (input[field] !== undefined) accept(field, judgeText(input[field], ticketFields[field]));
    else if (required.includes(field)) accept(field, problem('required', 'This field is required.'));
  }
  for (const field of choiceFields) {
    if (input[field] !== undefined) accept(field, judgeChoice(input[field], field));
  }
  for (const field of references) if (input[field] !== undefined) values[field] = input[field];
  if (input.snoozedUntil !== undefined) {
    const until = input.snoozedUntil as string | null;
    const issue = snoozeIssue(until);
    if (issue) issues.push(issue);
    else values.snoozedUntil = until;
  }
  const requester = takeRequester(input.requester, requesterPaths, issues);
  if (requester) values.requester = requester;
  if (issues.length > 0) throw new InvalidInputError(issues);
  return values as TicketChanges;
}

const references = fieldsWith({ kind: 'reference' });
const requesterPaths = { email: ['requester', 'email'], name: ['requester', 'name'] };

export type Problem = { readonly code: IssueCode; readonly message: string };
const problem = (code: IssueCode, message: string): Problem => ({ code, message });

type TextRule = { readonly longest: number; readonly clean: (text: string) => string };

/** The text as it is kept, or what is wrong with it. */
export function judgeText(value: unknown, { longest, clean }: TextRule): string | Problem {
  if (value === null) return problem('null', 'This field may not be null.');
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !text.isWellFormed()) return problem('not_a_string', 'Not a valid string.');
  if (text.includes('\0')) return problem('null_character', 'Null characters are not allowed.');
  const cleaned = clean(text);
  if (isBlank(cleaned)) return problem('blank', 'This field may not be blank.');
  if (isLonger(cleaned, longest)) {
    return problem('too_long', `Ensure this field has no more than ${longest} characters.`);
  }
  return cleaned;
}

function judgeChoice(value: unknown, field: ChoiceField): string | Problem {
  if (value === null) return problem('null', 'This field may not be null.');
  if (typeof value === 'string' && isChoice(field, value)) return value;
  return problem('invalid_choice', `"${shown(value).slice(0, 100).toWellFormed()}" is not a valid choice.`);
}

/** Lists and objects can be nested too deeply to be written out. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return '[…]';
  return typeof value === 'object' ? '{…}' : String(value);
}

/** Counts code points, as PostgreSQL does; UTF-16 units only bound them. */
export function isLonger(text: string, longest: number): boolean {
  if (text.length <= longest) return false;
  if (text.length > longest * 2) return true;
  let count = 0;
  for (const _ of text) if (++count > longest) return true;
  return false;
}
