/** A change of a ticket as data: what it was, what it becomes, and what is left of it when someone else was faster. */
import type { TicketCategory, TicketPriority, TicketStatus } from '../../gql/graphql.js';
import { categoryNames, priorityNames, statusNames } from '../vocabulary.js';

export interface TicketValues {
  title: string;
  /** Left out where only its beginning was read. */
  description?: string;
  category: TicketCategory;
  priority: TicketPriority;
  status: TicketStatus;
}

export type TicketChange = Partial<TicketValues>;
export type ChangedField = keyof TicketValues;

export function changedFields(change: TicketChange): ChangedField[] {
  return Object.keys(change) as ChangedField[];
}

/** The values a change replaces: sent back, they undo it. */
export function valuesBefore(change: TicketChange, seen: TicketValues): TicketChange {
  return Object.fromEntries(changedFields(change).map((field) => [field, seen[field]]));
}

/** Leaves out what would change nothing. */
export function realChange(change: TicketChange, seen: TicketValues): TicketChange {
  return Object.fromEntries(Object.entries(change).filter(([field, value]) => seen[field as ChangedField] !== value));
}

/**
 * The fields on which two people disagree: changed here, and meanwhile changed elsewhere to something else. Where the other
 * change touched different fields, both stand and nobody needs to be asked.
 */
export function disputedFields(change: TicketChange, seen: TicketValues, current: TicketValues): ChangedField[] {
  return changedFields(change).filter((field) => current[field] !== seen[field] && current[field] !== change[field]);
}

const statusSentences = {
  OPEN: 'is open again',
  IN_PROGRESS: 'started',
  RESOLVED: 'resolved',
  CLOSED: 'closed',
} satisfies Record<TicketStatus, string>;

/** "T-1275 resolved": what a toast says about a change. */
export function describeChange(number: number, change: TicketChange): string {
  const name = `T-${number}`;
  const fields = changedFields(change);
  if (fields.length > 1) return `${name} changed`;
  if (change.status) return `${name} ${statusSentences[change.status]}`;
  if (change.priority) return `${name} is now ${priorityNames[change.priority].toLowerCase()}`;
  if (change.category) return `${name} moved to ${categoryNames[change.category].toLowerCase()}`;
  return `${name}: ${fields[0]} saved`;
}

/** A value as a person reads it. */
export function displayValue(field: ChangedField, values: TicketValues): string {
  if (field === 'status') return statusNames[values.status];
  if (field === 'priority') return priorityNames[values.priority];
  if (field === 'category') return categoryNames[values.category];
  return values[field] ?? '';
}
