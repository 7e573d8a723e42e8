/**
 * The fast read: tickets as fixed columns in text, turned into the same objects that the entity path yields. Lists,
 * single reads and streams go through here; everything else is ordinary TypeORM.
 */
import { isoFromUtcText, type TextRow } from '../../database/reads/text-rows.js';
import { beginningLength } from '../fields/preview.js';
import { fieldsWith, ticketFields } from '../fields/ticket-fields.js';
import type { TicketCategory, TicketPriority, TicketStatus } from '../fields/ticket-values.js';
import { Ticket } from '../ticket.entity.js';

/** How much of the descriptions is read: lists show their beginnings. */
export type TextExtent = 'whole' | 'beginning';

const fields = fieldsWith({ isRead: true });

/** Where each field stands in a row. */
const at = Object.fromEntries(fields.map((field, index) => [field, index])) as Record<(typeof fields)[number], number>;

const columnsWith = (description: string) =>
  fields
    .map((field) => {
      const { column, kind } = ticketFields[field];
      if (field === 'number') return 'ticket.number';
      if (field === 'description') return description;
      return kind === 'instant' ? `${column} at time zone 'utc'` : column;
    })
    .join(', ');

export const ticketColumns = columnsWith('description');
const columnsOfLists = columnsWith(`left(description, ${beginningLength})`);

/** What to select, and the tickets of its rows. */
export const extents = {
  whole: { columns: ticketColumns, ticketOf: ticketOfRow },
  beginning: { columns: columnsOfLists, ticketOf: ticketWithBeginning },
} as const satisfies Record<TextExtent, { columns: string; ticketOf: (row: TextRow) => Ticket }>;

export function ticketOfRow(row: TextRow): Ticket {
  const ticket = ticketWithoutText(row);
  ticket.description = row[at.description] as string;
  return ticket;
}

function ticketWithBeginning(row: TextRow): Ticket {
  const ticket = ticketWithoutText(row);
  ticket.beginning = row[at.description] as string;
  return ticket;
}

function ticketWithoutText(row: TextRow): Ticket {
  const ticket = new Ticket();
  ticket.number = Number(row[at.number]);
  ticket.title = row[at.title] as string;
  ticket.category = row[at.category] as TicketCategory;
  ticket.priority = row[at.priority] as TicketPriority;
  ticket.status = row[at.status] as TicketStatus;
  ticket.version = Number(row[at.version]);
  ticket.createdAt = isoFromUtcText(row[at.createdAt] as string);
  ticket.updatedAt = isoFromUtcText(row[at.updatedAt] as string);
  const resolvedAt = row[at.resolvedAt];
  ticket.resolvedAt = resolvedAt ? isoFromUtcText(resolvedAt) : null;
  ticket.assigneeKey = keyOf(row[at.assigneeKey]);
  ticket.teamKey = keyOf(row[at.teamKey]);
  return ticket;
}

function keyOf(text: string | null | undefined): number | null {
  return text ? Number(text) : null;
}
