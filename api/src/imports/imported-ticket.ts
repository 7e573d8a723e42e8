import { parseInstant } from '../database/instant.js';
import { InvalidInputError, type Issue } from '../errors.js';
import { parseNewTicket, titleLength } from '../tickets/fields/ticket-rules.js';
import { isFinished, TicketStatus } from '../tickets/fields/ticket-values.js';
import type { ImportedTicket } from '../tickets/write/ticket-writes.js';
import type { TicketText } from '../tickets/write/triage-port.js';
import type { Suggested } from '../triage/suggestions/judgement.js';

/** Suggests category and priority for a row that names none. */
export type Guess = (text: TicketText) => Promise<Suggested>;

/** What a row may say; anything else in it is ignored. */
export const importedFields = [
  'title',
  'description',
  'category',
  'priority',
  'status',
  'created_at',
  'resolved_at',
  'external_id',
] as const satisfies readonly (keyof ImportedTicket)[];

export type ImportedField = (typeof importedFields)[number];

const longestExternalId = 200;

const untitled = 'Untitled';

/** Times, status and `external_id` are honoured; what the row leaves out is guessed. @throws InvalidInputError with every fault */
export async function readImportedTicket(fields: Record<string, unknown>, guess: Guess): Promise<ImportedTicket> {
  const issues: Issue[] = [];
  const createdAt = instant(fields.created_at, 'created_at', issues);
  const resolvedAt = instant(fields.resolved_at, 'resolved_at', issues);
  const externalId = externalIdOf(fields.external_id, issues);
  // Where the description has no sentence, the row is refused for that alone.
  const title = fields.title ?? firstSentence(fields.description) ?? untitled;
  if (issues.length > 0) throw new InvalidInputError(issues);
  const {
    category,
    priority,
    status = TicketStatus.OPEN,
    ...text
  } = parseNewTicket({
    ...withoutNulls(fields, ['category', 'priority', 'status']),
    description: fields.description,
    title,
  });
  const filled = category && priority ? { category, priority } : valuesOf(await guess(text));
  return {
    ...text,
    category: category ?? filled.category,
    priority: priority ?? filled.priority,
    status,
    created_at: createdAt,
    resolved_at: isFinished(status) ? (resolvedAt ?? createdAt ?? new Date().toISOString()) : null,
    external_id: externalId,
  };
}

function valuesOf({ category, priority }: Suggested) {
  return { category: category.value, priority: priority.value };
}

/** The title of a row that has none. */
function firstSentence(description: unknown): string | undefined {
  if (typeof description !== 'string') return undefined;
  const text = description.trim().slice(0, titleLength * 2);
  const end = text.search(/[.!?](?=\s|$)|\n/);
  const sentence = (end > 0 ? text.slice(0, end + 1) : text).trim();
  return sentence === '' ? undefined : [...sentence].slice(0, titleLength).join('');
}

function withoutNulls(fields: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.filter((name) => fields[name] != null).map((name) => [name, fields[name]]));
}

function instant(value: unknown, field: string, issues: Issue[]): string | null {
  if (value == null) return null;
  const parsed = typeof value === 'string' ? parseInstant(value) : null;
  if (parsed) return parsed;
  issues.push({ path: [field], code: 'invalid', message: 'Not an ISO 8601 time, such as 2026-02-19T10:11:12Z.' });
  return null;
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
