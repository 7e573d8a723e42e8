import { InvalidInputError, type Issue } from '../errors.js';
import { normalEmail } from '../identity/accounts/account-rules.js';
import { type ChoiceField, choiceFields, ticketFields } from '../tickets/fields/ticket-fields.js';
import { isLonger, type NewTicket, parseNewTicket } from '../tickets/fields/ticket-rules.js';
import { isFinished, type TicketCategory, type TicketPriority, TicketStatus } from '../tickets/fields/ticket-values.js';
import { requesterIn, underOwnNames } from '../tickets/rest/submitted-requester.js';
import type { ImportedTicket } from '../tickets/write/ticket-writes.js';
import type { TicketText } from '../tickets/write/triage-port.js';
import { folded } from './mapping/folded.js';
import type { ImportedField } from './mapping/imported-field.js';
import { importedInstant } from './mapping/imported-instant.js';

/** Category and priority for a row that names none. */
export type SuggestChoices = (text: TicketText) => Promise<{ category: TicketCategory; priority: TicketPriority }>;

/** What a row cannot tell by itself. */
export type RowQuestions = {
  readonly suggest: SuggestChoices;
  /** Why tickets cannot be given to whoever has this address; null where they can. */
  readonly assigneeFault: (email: string) => Promise<string | null>;
};

const titleLength = ticketFields.title.longest;
const longestExternalId = ticketFields.externalId.longest;

const untitled = 'Untitled';

const dayMs = 86_400_000;

type Fields = Readonly<Partial<Record<ImportedField, unknown>>>;

/** Times, status and `external_id` are honoured; what the row leaves out is suggested. @throws InvalidInputError with every fault */
export async function readImportedTicket(
  fields: Fields,
  { suggest, assigneeFault }: RowQuestions,
): Promise<ImportedTicket> {
  const issues: Issue[] = [];
  const createdAt = instant(fields, 'created_at', issues);
  const updatedAt = instant(fields, 'updated_at', issues);
  const resolvedAt = instant(fields, 'resolved_at', issues);
  const externalId = externalIdOf(fields.external_id, issues);
  const assigneeEmail = await assigneeOf(fields.assignee_email, assigneeFault, issues);
  if (issues.length > 0) throw new InvalidInputError(issues);
  const { category, priority, status = TicketStatus.OPEN, requester, ...text } = parsed(fields);
  if (isFinished(status) && createdAt !== null && resolvedAt !== null && resolvedAt < createdAt) {
    const message = `${resolvedAt} is before created_at, ${createdAt}.`;
    throw new InvalidInputError([{ path: ['resolved_at'], code: 'invalid', message }]);
  }
  const suggested = category && priority ? { category, priority } : await suggest(text);
  return {
    ...text,
    category: category ?? suggested.category,
    priority: priority ?? suggested.priority,
    status,
    created_at: createdAt,
    updated_at: updatedAt,
    resolved_at: isFinished(status) ? resolvedAt : null,
    external_id: externalId,
    ...(requester && { requester }),
    ...(assigneeEmail !== null && { assignee_email: assigneeEmail }),
  };
}

/** @throws InvalidInputError, which calls each field by its column */
function parsed(fields: Fields): NewTicket {
  try {
    return parseNewTicket({ ...choicesOf(fields), ...textsOf(fields), ...requesterIn(fields) });
  } catch (error) {
    return underOwnNames(error);
  }
}

/** A title that is too long is cut, and stands whole above the description. */
function textsOf({ title: given, description }: Fields): { title: unknown; description: unknown } {
  // Where the description has no sentence, the row is refused for that alone.
  const title = given ?? firstSentence(description) ?? untitled;
  if (typeof title !== 'string' || !isLonger(title.trim(), titleLength)) return { title, description };
  const whole = title.trim();
  const start = [...whole.slice(0, titleLength * 2)].slice(0, titleLength - 1).join('');
  const rest = typeof description === 'string' ? description.trim() : '';
  return {
    title: `${start.trimEnd()}…`,
    description: typeof description === 'string' && !rest.startsWith(whole) ? `${whole}\n\n${rest}` : description,
  };
}

/** The title of a row that has none. */
function firstSentence(description: unknown): string | undefined {
  if (typeof description !== 'string') return undefined;
  const text = description.trim().slice(0, titleLength * 2);
  const end = text.search(/[.!?](?=\s|$)|\n/);
  const sentence = (end > 0 ? text.slice(0, end + 1) : text).trim();
  return sentence === '' ? undefined : [...sentence].slice(0, titleLength).join('');
}

function choicesOf(fields: Fields): Record<string, unknown> {
  const given = choiceFields.filter((field) => fields[field] != null);
  return Object.fromEntries(given.map((field) => [field, choiceNamed(field, fields[field]) ?? fields[field]]));
}

/** "In Progress" is in_progress; null for what is no choice of ours. */
export function choiceNamed(field: ChoiceField, value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const values: readonly string[] = ticketFields[field].values;
  return values.find((choice) => folded(choice) === folded(value)) ?? null;
}

function instant(fields: Fields, field: ImportedField, issues: Issue[]): string | null {
  const value = fields[field];
  if (value == null) return null;
  const parsed = typeof value === 'string' ? importedInstant(value, null) : null;
  const shown =
    typeof value === 'string' || typeof value === 'number' ? `"${String(value).slice(0, 50)}" is` : 'This is';
  const refuse = (message: string) => issues.push({ path: [field], code: 'invalid', message: message.toWellFormed() });
  if (parsed === null) {
    refuse(
      `${shown} not a time that can be read in one way only, such as 2026-02-19T10:11:12Z. If the file has a date format of its own, name it.`,
    );
  } else if (Date.parse(parsed) > Date.now() + dayMs) refuse(`${parsed} is more than a day in the future.`);
  return parsed;
}

async function assigneeOf(
  value: unknown,
  assigneeFault: RowQuestions['assigneeFault'],
  issues: Issue[],
): Promise<string | null> {
  if (value == null || value === '') return null;
  const email = normalEmail(value);
  const fault = email === null ? 'This is not an e-mail address.' : await assigneeFault(email);
  if (fault !== null) issues.push({ path: ['assignee_email'], code: 'invalid', message: fault });
  return email;
}

function externalIdOf(value: unknown, issues: Issue[]): string | null {
  if (value == null) return null;
  const text = typeof value === 'number' ? String(value) : value;
  const isAllowed =
    typeof text === 'string' &&
    text.length >= 1 &&
    text.length <= longestExternalId &&
    text.isWellFormed() &&
    !text.includes('\0');
  if (isAllowed) return text;
  issues.push({ path: ['external_id'], code: 'invalid', message: `Give it 1 to ${longestExternalId} characters.` });
  return null;
}
