/** By what lists of tickets are ordered, and where a ticket stands in such a list. */
import { parseInstant } from '../../database/instant.js';
import type { Position } from '../../database/keyset.js';
import { highestRowNumber } from '../../database/row-number.js';
import { isChoice, ticketFields } from '../fields/ticket-fields.js';
import type { Ticket } from '../ticket.entity.js';

export enum TicketOrderField {
  CREATED_AT = 'created_at',
  UPDATED_AT = 'updated_at',
  PRIORITY = 'priority',
}

export enum OrderDirection {
  ASC = 'asc',
  DESC = 'desc',
}

export type TicketOrder = { readonly field: TicketOrderField; readonly direction: OrderDirection };

export const newestFirst: TicketOrder = { field: TicketOrderField.CREATED_AT, direction: OrderDirection.DESC };

const sortFields = {
  [TicketOrderField.CREATED_AT]: 'createdAt',
  [TicketOrderField.UPDATED_AT]: 'updatedAt',
  [TicketOrderField.PRIORITY]: 'priority',
} as const satisfies Record<TicketOrderField, keyof typeof ticketFields>;

export function sortColumn({ field }: TicketOrder): { column: string; sqlType: string } {
  return ticketFields[sortFields[field]];
}

/** Where a ticket stands in a list of this order. */
export function positionIn({ field }: TicketOrder): (ticket: Ticket) => Position {
  const sortField = sortFields[field];
  return (ticket) => ({ sort: ticket[sortField], number: ticket.number });
}

/** Whether a cursor is one that this order can have written. */
export function isPositionIn({ field }: TicketOrder): (position: Position) => boolean {
  const sortField = sortFields[field];
  const isSort = (sort: string) => (sortField === 'priority' ? isChoice(sortField, sort) : parseInstant(sort) === sort);
  return ({ sort, number }) => sort !== null && isSort(sort) && number <= highestRowNumber;
}
