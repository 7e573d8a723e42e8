/** By what lists of tickets are ordered, and where a ticket stands in such a list. */
import { parseInstant } from '../../database/instant.js';
import type { Position } from '../../database/keyset.js';
import { highestRowNumber } from '../../database/row-number.js';
import { isChoice, ticketFields } from '../fields/ticket-fields.js';
import { TicketPriority } from '../fields/ticket-values.js';
import type { Ticket } from '../ticket.entity.js';

export enum TicketOrderField {
  CREATED_AT = 'created_at',
  UPDATED_AT = 'updated_at',
  PRIORITY = 'priority',
  WAITING_SINCE = 'waiting_since',
  URGENCY = 'urgency',
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
  [TicketOrderField.WAITING_SINCE]: 'waitingSince',
  [TicketOrderField.URGENCY]: 'priority',
} as const satisfies Record<TicketOrderField, keyof typeof ticketFields>;

/** The field of a ticket that such a list is sorted by. */
export function sortedField({ field }: TicketOrder) {
  return sortFields[field];
}

/** Whoever waits for nothing comes last, whichever way the list runs. */
const lastOf = { [OrderDirection.ASC]: 'infinity', [OrderDirection.DESC]: '-infinity' } as const;

/** What a list is sorted by; migrations index exactly these expressions. */
export function sortKey({ field, direction }: TicketOrder): { key: string; sqlType: string } {
  const { column, sqlType } = ticketFields[sortFields[field]];
  if (field === TicketOrderField.URGENCY) return { key: 'urgency(ticket.priority)', sqlType: 'integer' };
  const isOpen = field === TicketOrderField.WAITING_SINCE;
  return { key: isOpen ? `coalesce(ticket.${column}, '${lastOf[direction]}')` : `ticket.${column}`, sqlType };
}

/** As the database ranks it: the most urgent is 0. */
const ranks = Object.values(TicketPriority).reverse();

/** Where a ticket stands in a list of this order. */
export function positionIn({ field, direction }: TicketOrder): (ticket: Ticket) => Position {
  if (field === TicketOrderField.URGENCY) {
    return ({ priority, number }) => ({ sort: String(ranks.indexOf(priority)), number });
  }
  const sortField = sortFields[field];
  return (ticket) => ({ sort: ticket[sortField] ?? lastOf[direction], number: ticket.number });
}

/** Whether a cursor is one that this order can have written. */
export function isPositionIn({ field, direction }: TicketOrder): (position: Position) => boolean {
  const sortField = sortFields[field];
  const isSort = (sort: string) => {
    if (field === TicketOrderField.URGENCY) return sort in ranks && sort.length === 1;
    if (sortField === 'priority') return isChoice(sortField, sort);
    return parseInstant(sort) === sort || (sortField === 'waitingSince' && sort === lastOf[direction]);
  };
  return ({ sort, number }) => sort !== null && isSort(sort) && number <= highestRowNumber;
}
