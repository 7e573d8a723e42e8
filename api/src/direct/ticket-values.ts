/**
 * Which column a field of a ticket is written from, and how. What is neither in the table of fields nor named here is not
 * written directly, and neither is what the schema does not leave plain: a guard takes a field out by itself.
 */
import {
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNullableType,
  isEnumType,
  isNonNullType,
  isScalarType,
} from 'graphql';
import { shortText } from '../database/reads/long-texts.js';
import { beginningLength, previewOf } from '../tickets/fields/preview.js';
import { untilAnswer } from '../tickets/fields/snooze.js';
import { ticketFields } from '../tickets/fields/ticket-fields.js';
import { Ticket } from '../tickets/ticket.entity.js';
import { ComputedTexts } from './computed-texts.js';
import type { ColumnKind, Value } from './row-writer.js';

/** Answers where a column stands in the row, which it then does. */
export type ColumnOf = (sql: string) => number;

export type Reference = 'assignee' | 'team' | 'requester';

const referenceColumns = { assignee: 'assigneeKey', team: 'teamKey', requester: 'requesterKey' } as const;

export function isReference(name: string): name is Reference {
  return Object.hasOwn(referenceColumns, name);
}

export function referenceColumn(name: Reference): string {
  return ticketFields[referenceColumns[name]].column;
}

export const numberColumn = 'ticket.number';
export const descriptionColumn = shortText('description');

/** The latest public words, no more of them than a preview is made of. */
const words = `coalesce(latest_words, left(description, ${beginningLength}))`;

/** One for all documents: they show the same tickets. */
const previews = new ComputedTexts(previewOf);

const snoozedUntil = ticketFields.snoozedUntil.column;

type Computed = (columnOf: ColumnOf, type: string) => Value;

const computed: Readonly<Record<string, Computed>> = {
  id: (columnOf, type) => ({ kind: 'globalId', column: columnOf(numberColumn), type }),
  description: (columnOf) => ({ kind: 'longText', column: columnOf(descriptionColumn) }),
  preview: (columnOf) => ({ kind: 'computed', columns: [columnOf('title'), columnOf(words)], texts: previews }),
  isSnoozed: (columnOf) => ({ kind: 'boolean', column: columnOf(`${snoozedUntil} is not null`), nullable: false }),
  // An answer that is waited for is no time.
  snoozedUntil: (columnOf) => ({
    kind: 'instant',
    column: columnOf(`nullif(${snoozedUntil}, '${untilAnswer}') at time zone 'utc'`),
    nullable: true,
  }),
  messageCount: (columnOf) => ({ kind: 'successor', column: columnOf(ticketFields.replyCount.column) }),
};

/** Null where the field is not written directly. */
export function ticketValue(type: GraphQLObjectType, name: string, columnOf: ColumnOf): Value | null {
  const field = type.getFields()[name];
  if (!field || field.resolve) return null;
  if (Object.hasOwn(computed, name)) return (computed[name] as Computed)(columnOf, type.name);
  // A getter shows something else than the column of its name.
  if (!isRead(name) || isGetter(name)) return null;
  const kind = kindOf(field.type);
  return kind && { kind, column: columnOf(columnSql(name)), nullable: !isNonNullType(field.type) };
}

function isGetter(name: string): boolean {
  return Object.getOwnPropertyDescriptor(Ticket.prototype, name)?.get !== undefined;
}

function isRead(name: string): name is keyof typeof ticketFields {
  return Object.hasOwn(ticketFields, name) && 'isRead' in ticketFields[name as keyof typeof ticketFields];
}

export function columnSql(name: keyof typeof ticketFields): string {
  const { column, kind } = ticketFields[name];
  if (name === 'number') return numberColumn;
  return kind === 'instant' ? `${column} at time zone 'utc'` : column;
}

const kindsOfScalars: Readonly<Record<string, ColumnKind>> = {
  Int: 'number',
  String: 'text',
  Boolean: 'boolean',
  DateTime: 'instant',
};

function kindOf(output: GraphQLOutputType): ColumnKind | null {
  const type = getNullableType(output);
  if (isScalarType(type)) return kindsOfScalars[type.name] ?? null;
  // The database has the values, and the graph shows the names.
  const isSpeltAlike = isEnumType(type) && type.getValues().every(({ name, value }) => name === value.toUpperCase());
  return isSpeltAlike ? 'enum' : null;
}
