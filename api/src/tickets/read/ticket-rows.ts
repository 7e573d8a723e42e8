/**
 * The fast read: tickets as fixed columns in text, turned into the same objects that the entity path yields. Lists,
 * single reads and streams go through here; everything else is ordinary TypeORM.
 */
import { isoFromUtcText, type TextRow } from '../../database/reads/text-rows.js';
import { beginningLength } from '../fields/preview.js';
import type { TicketCategory, TicketPriority, TicketStatus, WaitingOn } from '../fields/ticket-values.js';
import { Ticket } from '../ticket.entity.js';

/** How much of the descriptions is read: lists show the beginnings of the latest words. */
export type TextExtent = 'whole' | 'beginning';

const columnsWith = (description: string, latestWords: string) =>
  [
    'ticket.number',
    'title',
    description,
    'category',
    'priority',
    'status',
    'version',
    `created_at at time zone 'utc'`,
    `updated_at at time zone 'utc'`,
    `resolved_at at time zone 'utc'`,
    'assignee_id',
    'team_id',
    'requester_id',
    'requester_proven',
    'waiting_on',
    `waiting_since at time zone 'utc'`,
    `first_response_at at time zone 'utc'`,
    'reply_count',
    latestWords,
  ].join(', ');

export const ticketColumns = columnsWith('description', 'latest_words');
const columnsOfLists = columnsWith(`coalesce(latest_words, left(description, ${beginningLength}))`, 'null');

/** What to select, and the tickets of its rows. */
export const extents = {
  whole: { columns: ticketColumns, ticketOf: ticketOfRow },
  beginning: { columns: columnsOfLists, ticketOf: ticketWithBeginning },
} as const satisfies Record<TextExtent, { columns: string; ticketOf: (row: TextRow) => Ticket }>;

export function ticketOfRow(row: TextRow): Ticket {
  const ticket = ticketWithoutText(row);
  ticket.description = row[2] as string;
  return ticket;
}

function ticketWithBeginning(row: TextRow): Ticket {
  const ticket = ticketWithoutText(row);
  ticket.beginning = row[2] as string;
  return ticket;
}

function ticketWithoutText(row: TextRow): Ticket {
  const ticket = new Ticket();
  ticket.number = Number(row[0]);
  ticket.title = row[1] as string;
  ticket.category = row[3] as TicketCategory;
  ticket.priority = row[4] as TicketPriority;
  ticket.status = row[5] as TicketStatus;
  ticket.version = Number(row[6]);
  ticket.createdAt = isoFromUtcText(row[7] as string);
  ticket.updatedAt = isoFromUtcText(row[8] as string);
  ticket.resolvedAt = row[9] ? isoFromUtcText(row[9]) : null;
  ticket.assigneeKey = row[10] ? Number(row[10]) : null;
  ticket.teamKey = row[11] ? Number(row[11]) : null;
  ticket.requesterKey = row[12] ? Number(row[12]) : null;
  ticket.requesterProven = row[13] === 't';
  ticket.waitingOn = row[14] as WaitingOn;
  ticket.waitingSince = row[15] ? isoFromUtcText(row[15]) : null;
  ticket.firstResponseAt = row[16] ? isoFromUtcText(row[16]) : null;
  ticket.replyCount = Number(row[17]);
  ticket.latestWords = row[18] ?? null;
  return ticket;
}
