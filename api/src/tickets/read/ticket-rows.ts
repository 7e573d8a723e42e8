/**
 * The fast read: tickets as fixed columns in text, turned into the same objects that the entity path yields. Lists,
 * single reads and streams go through here; everything else is ordinary TypeORM.
 */
import { LongTexts, shortText } from '../../database/reads/long-texts.js';
import { isoFromUtcText, type TextRow } from '../../database/reads/text-rows.js';
import { beginningLength } from '../fields/preview.js';
import { untilAnswer } from '../fields/snooze.js';
import { fieldsWith, ticketFields } from '../fields/ticket-fields.js';
import type { TicketCategory, TicketPriority, TicketStatus, WaitingOn } from '../fields/ticket-values.js';
import { Ticket } from '../ticket.entity.js';

/** How much of the descriptions is wanted: lists show the beginnings of the latest words. */
export type TextExtent = 'whole' | 'beginning';

const fields = fieldsWith({ isRead: true });

/** Where each field stands in a row. */
const at = Object.fromEntries(fields.map((field, index) => [field, index])) as Record<(typeof fields)[number], number>;

const columnsWith = (description: string, latestWords: string) =>
  fields
    .map((field) => {
      const { column, kind } = ticketFields[field];
      if (field === 'number') return 'ticket.number';
      if (field === 'description') return description;
      if (field === 'latestWords') return latestWords;
      return kind === 'instant' ? `${column} at time zone 'utc'` : column;
    })
    .join(', ');

export const ticketColumns = columnsWith('description', 'latest_words');
const columnsOfStreams = columnsWith(shortText('description'), 'latest_words');
const columnsOfLists = columnsWith(`coalesce(latest_words, left(description, ${beginningLength}))`, 'null');

/** What to select, and the tickets of its rows; of a long description nothing, see `descriptions`. */
export const extents = {
  whole: { columns: columnsOfStreams, ticketOf: ticketOfShortRow },
  beginning: { columns: columnsOfLists, ticketOf: ticketWithBeginning },
} as const satisfies Record<TextExtent, { columns: string; ticketOf: (row: TextRow) => Ticket }>;

export function ticketOfRow(row: TextRow): Ticket {
  const ticket = ticketWithoutText(row);
  ticket.description = row[at.description] as string;
  return ticket;
}

function ticketOfShortRow(row: TextRow): Ticket {
  const ticket = ticketWithoutText(row);
  const description = row[at.description];
  if (description != null) ticket.description = description;
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
  ticket.resolvedAt = instantOf(row[at.resolvedAt]);
  ticket.assigneeKey = keyOf(row[at.assigneeKey]);
  ticket.teamKey = keyOf(row[at.teamKey]);
  ticket.requesterKey = keyOf(row[at.requesterKey]);
  ticket.requesterProven = row[at.requesterProven] === 't';
  ticket.waitingOn = row[at.waitingOn] as WaitingOn;
  ticket.waitingSince = instantOf(row[at.waitingSince]);
  ticket.firstResponseAt = instantOf(row[at.firstResponseAt]);
  const snoozeEnd = row[at.snoozedUntil];
  ticket.snoozeEnd = snoozeEnd === untilAnswer ? untilAnswer : instantOf(snoozeEnd);
  ticket.mergedIntoKey = keyOf(row[at.mergedIntoKey]);
  ticket.incidentKey = keyOf(row[at.incidentKey]);
  ticket.replyCount = Number(row[at.replyCount]);
  ticket.latestWords = row[at.latestWords] ?? null;
  return ticket;
}

function keyOf(text: string | null | undefined): number | null {
  return text ? Number(text) : null;
}

function instantOf(text: string | null | undefined): string | null {
  return text ? isoFromUtcText(text) : null;
}

/** Reads the long descriptions that lists leave out. */
export const descriptions = new LongTexts<Ticket>({
  table: 'ticket',
  column: 'description',
  keyColumn: 'number',
  keyOf: ({ number }) => number,
  textOf: ({ description }) => description,
  setText(ticket, text) {
    ticket.description = text as string;
  },
});
