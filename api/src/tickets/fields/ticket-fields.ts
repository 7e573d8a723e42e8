/**
 * The fields of a ticket, each once: where it is stored, what it may hold, who may write it, and what REST and files call
 * it. Parsers, statements, CSV, imports, OpenAPI and the client's limits are derived from here.
 */
import { TicketCategory, TicketPriority, TicketStatus } from './ticket-values.js';
import { oneLine } from './visible-text.js';

type TicketField = {
  readonly kind: 'number' | 'text' | 'choice' | 'instant' | 'reference' | 'state' | 'words' | 'name';
  /** In the table `ticket`, and its type there. */
  readonly column: string;
  readonly sqlType: string;
  /** In REST, CSV and imports; null: it is in none of them by itself. */
  readonly name: string | null;
  /** Who may choose it: everybody who submits a ticket, or the team alone. Left out: the desk does. */
  readonly writer?: 'submitter' | 'team';
  readonly inRest?: true;
  readonly inImports?: true;
  /** Ordinary reads bring it. */
  readonly isRead?: true;
  /** What a choice may be. */
  readonly values?: readonly string[];
  /** In code points. */
  readonly longest?: number;
  /** What is done with a text before it is judged. */
  readonly clean?: (text: string) => string;
};

/** In the order in which files and lists show them. */
export const ticketFields = {
  number: { kind: 'number', column: 'number', sqlType: 'integer', name: 'id', inRest: true, isRead: true },
  title: {
    kind: 'text',
    column: 'title',
    sqlType: 'text',
    name: 'title',
    writer: 'submitter',
    inRest: true,
    inImports: true,
    isRead: true,
    longest: 200,
    clean: oneLine,
  },
  description: {
    kind: 'text',
    column: 'description',
    sqlType: 'text',
    name: 'description',
    writer: 'submitter',
    inRest: true,
    inImports: true,
    isRead: true,
    longest: 100_000,
    clean: (text: string) => text.trim(),
  },
  category: {
    kind: 'choice',
    column: 'category',
    sqlType: 'ticket_category',
    name: 'category',
    writer: 'submitter',
    inRest: true,
    inImports: true,
    isRead: true,
    values: Object.values(TicketCategory),
  },
  priority: {
    kind: 'choice',
    column: 'priority',
    sqlType: 'ticket_priority',
    name: 'priority',
    writer: 'submitter',
    inRest: true,
    inImports: true,
    isRead: true,
    values: Object.values(TicketPriority),
  },
  status: {
    kind: 'choice',
    column: 'status',
    sqlType: 'ticket_status',
    name: 'status',
    writer: 'team',
    inRest: true,
    inImports: true,
    isRead: true,
    values: Object.values(TicketStatus),
  },
  version: { kind: 'number', column: 'version', sqlType: 'integer', name: null, isRead: true },
  createdAt: {
    kind: 'instant',
    column: 'created_at',
    sqlType: 'timestamptz',
    name: 'created_at',
    inRest: true,
    inImports: true,
    isRead: true,
  },
  updatedAt: {
    kind: 'instant',
    column: 'updated_at',
    sqlType: 'timestamptz',
    name: 'updated_at',
    inRest: true,
    inImports: true,
    isRead: true,
  },
  resolvedAt: {
    kind: 'instant',
    column: 'resolved_at',
    sqlType: 'timestamptz',
    name: 'resolved_at',
    inRest: true,
    inImports: true,
    isRead: true,
  },
  assigneeKey: {
    kind: 'reference',
    column: 'assignee_id',
    sqlType: 'integer',
    name: null,
    writer: 'team',
    isRead: true,
  },
  teamKey: { kind: 'reference', column: 'team_id', sqlType: 'integer', name: null, writer: 'team', isRead: true },
  requesterKey: {
    kind: 'reference',
    column: 'requester_id',
    sqlType: 'integer',
    name: null,
    writer: 'team',
    isRead: true,
  },
  requesterProven: { kind: 'state', column: 'requester_proven', sqlType: 'boolean', name: null, isRead: true },
  waitingOn: { kind: 'state', column: 'waiting_on', sqlType: 'waiting_on', name: null, isRead: true },
  waitingSince: { kind: 'instant', column: 'waiting_since', sqlType: 'timestamptz', name: null, isRead: true },
  firstResponseAt: { kind: 'instant', column: 'first_response_at', sqlType: 'timestamptz', name: null, isRead: true },
  snoozedUntil: {
    kind: 'instant',
    column: 'snoozed_until',
    sqlType: 'timestamptz',
    name: null,
    writer: 'team',
    isRead: true,
  },
  mergedIntoKey: { kind: 'reference', column: 'merged_into', sqlType: 'integer', name: null, isRead: true },
  incidentKey: { kind: 'reference', column: 'incident', sqlType: 'integer', name: null, isRead: true },
  replyCount: { kind: 'number', column: 'reply_count', sqlType: 'integer', name: null, isRead: true },
  latestWords: { kind: 'words', column: 'latest_words', sqlType: 'text', name: null, isRead: true },
  externalId: {
    kind: 'name',
    column: 'external_id',
    sqlType: 'text',
    name: 'external_id',
    inImports: true,
    longest: 200,
  },
} as const satisfies Record<string, TicketField>;

type Fields = typeof ticketFields;
export type FieldName = keyof Fields;
export type FieldsWith<Facts> = { [Name in FieldName]: Fields[Name] extends Facts ? Name : never }[FieldName];

/** The fields of which these facts are true, in the order of the table. */
export function fieldsWith<const Facts extends Partial<TicketField>>(facts: Facts): readonly FieldsWith<Facts>[] {
  const isMeant = (field: TicketField) =>
    Object.entries(facts).every(([fact, value]) => field[fact as keyof TicketField] === value);
  return (Object.keys(ticketFields) as FieldName[]).filter((name) =>
    isMeant(ticketFields[name]),
  ) as FieldsWith<Facts>[];
}

export const textFields = fieldsWith({ kind: 'text' });
export const choiceFields = fieldsWith({ kind: 'choice' });
export type ChoiceField = (typeof choiceFields)[number];

/** Whether a field of choice may hold this. */
export function isChoice(field: ChoiceField, value: string): boolean {
  const values: readonly string[] = ticketFields[field].values;
  return values.includes(value);
}

/** What the team and submitters choose; the desk decides the rest. */
export const writtenFields = [...fieldsWith({ writer: 'submitter' }), ...fieldsWith({ writer: 'team' })];

export type RestName = Fields[FieldsWith<{ inRest: true }>]['name'];
/** What callers of REST may write, by the names that it has there. */
export const writableInRest = writtenFields.flatMap((field) => restName(field) ?? []);

function restName(field: FieldName): string | null {
  const { name, inRest }: TicketField = ticketFields[field];
  return inRest ? name : null;
}

/** A limit as a sentence has it: 100,000. */
export function inWords(limit: number): string {
  return limit.toLocaleString('en');
}
