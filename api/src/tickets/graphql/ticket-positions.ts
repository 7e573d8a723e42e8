import { parseInstant } from '../../database/instant.js';
import type { Position } from '../../database/keyset.js';
import { highestRowNumber } from '../../database/row-number.js';
import { TicketPriority } from '../fields/ticket-values.js';
import { type TicketOrder, TicketOrderField } from '../read/ticket-filter.js';
import { lastOf } from '../read/ticket-query.js';

/** Whether a cursor is one that this order can have written. */
export function isPositionIn({ field, direction }: TicketOrder): (position: Position) => boolean {
  const isSort =
    field === TicketOrderField.PRIORITY
      ? (sort: string) => Object.values<string>(TicketPriority).includes(sort)
      : (sort: string) =>
          parseInstant(sort) === sort || (field === TicketOrderField.WAITING_SINCE && sort === lastOf[direction]);
  return ({ sort, number }) => sort !== null && isSort(sort) && number <= highestRowNumber;
}
