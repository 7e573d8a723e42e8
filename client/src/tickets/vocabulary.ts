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

/** "T-1042", "t1042" or "1042" as the number it names. */
export function parseTicketNumber(text: string): number | null {
  const match = /^\s*(?:t-?)?(\d{1,9})\s*$/i.exec(text);
  return match ? Number(match[1]) : null;
}
