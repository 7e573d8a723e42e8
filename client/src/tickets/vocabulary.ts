/** The words of the desk for its enum values, in the order they are shown everywhere, and the obvious next step of each status. */
import type { TicketCategory, TicketPriority, TicketStatus } from '../gql/graphql.js';
import { formatNumber } from '../time/time.js';

export const statusNames = {
  OPEN: 'Open',
  IN_PROGRESS: 'In progress',
  RESOLVED: 'Resolved',
  CLOSED: 'Closed',
} as const satisfies Record<TicketStatus, string>;

export const priorityNames = {
  CRITICAL: 'Critical',
  HIGH: 'High',
  MEDIUM: 'Medium',
  LOW: 'Low',
} as const satisfies Record<TicketPriority, string>;

export const categoryNames = {
  BILLING: 'Billing',
  TECHNICAL: 'Technical',
  ACCOUNT: 'Account',
  GENERAL: 'General',
} as const satisfies Record<TicketCategory, string>;

export const statuses = Object.keys(statusNames) as TicketStatus[];
export const priorities = Object.keys(priorityNames) as TicketPriority[];
export const categories = Object.keys(categoryNames) as TicketCategory[];

interface NextStep {
  status: TicketStatus;
  /** What the button says. */
  verb: string;
}

export const nextSteps = {
  OPEN: { status: 'IN_PROGRESS', verb: 'Start' },
  IN_PROGRESS: { status: 'RESOLVED', verb: 'Resolve' },
  RESOLVED: { status: 'CLOSED', verb: 'Close' },
  CLOSED: { status: 'OPEN', verb: 'Reopen' },
} as const satisfies Record<TicketStatus, NextStep>;

/** Finished tickets lose weight in a list. */
export function isFinished(status: TicketStatus): boolean {
  return status === 'RESOLVED' || status === 'CLOSED';
}

export function isPriority(value: unknown): value is TicketPriority {
  return typeof value === 'string' && value in priorityNames;
}

export function isCategory(value: unknown): value is TicketCategory {
  return typeof value === 'string' && value in categoryNames;
}

/** "1 ticket", "1,042 tickets". */
export function countTickets(count: number): string {
  return `${formatNumber(count)} ${count === 1 ? 'ticket' : 'tickets'}`;
}

const ticketReference = /^\[?\s*(?:(?:ticket|t)\s*[-#:]?\s*|#\s*)?(\d{1,9})\s*\]?[.,:;]?$/i;

/** "T-1042", "#1042", "[T-1042]", "ticket 1042" or "1042" as the number it names; the desk's search reads the same forms. */
export function parseTicketNumber(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\p{DI}/gu, '')
    .trim();
  const match = ticketReference.exec(plain);
  return match ? Number(match[1]) : null;
}

/** What of a search is worth marking in a text: of a ticket's number its digits, however it was written. */
export function markedWords(search: string): string {
  return parseTicketNumber(search)?.toString() ?? search;
}
