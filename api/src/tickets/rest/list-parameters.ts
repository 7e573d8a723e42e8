import type { Caller } from '../../caller.js';
import type { Position } from '../../database/keyset.js';
import { parseRowNumber } from '../../database/row-number.js';
import { InvalidInputError, type Issue } from '../../errors.js';
import { lastText } from '../../http/urlencoded.js';
import { choiceFields } from '../fields/ticket-fields.js';
import { choiceIssues, searchIssues, type TicketFilter } from '../read/ticket-filter.js';
import { isPositionIn, newestFirst, positionIn, type TicketOrder } from '../read/ticket-order.js';
import type { Ticket } from '../ticket.entity.js';
import { parseAssignment } from './assignment-parameters.js';
import { parseCreatedRange, parseOrder } from './range-parameters.js';

export type ListQuery = { filter: TicketFilter; order: TicketOrder; limit: number | null; after: Position | null };

export const largestLimit = 1000;

/** The list's parameters: of a repeated one the last counts, an empty one is none, unknown ones are ignored. @throws InvalidInputError */
export function parseListQuery(caller: Caller, query: Readonly<Record<string, unknown>>): ListQuery {
  const issues: Issue[] = [];
  const filter: Record<string, unknown> = {};
  for (const field of choiceFields) {
    const value = lastText(query[field]);
    if (value === null) continue;
    filter[field] = [value];
    issues.push(...choiceIssues(field, [value]));
  }
  const search = lastText(query.search);
  issues.push(...searchIssues(search));
  filter.createdAt = parseCreatedRange(query, issues);
  const order = parseOrder(query, issues);
  const assignment = parseAssignment(caller, query, issues);
  const limit = lastText(query.limit);
  if (limit !== null && !(/^\d{1,4}$/.test(limit) && Number(limit) >= 1 && Number(limit) <= largestLimit)) {
    issues.push({ path: ['limit'], code: 'invalid', message: `Ensure this value is between 1 and ${largestLimit}.` });
  }
  const cursor = lastText(query.cursor);
  const after = cursor === null ? null : readCursor(cursor, order);
  if (cursor !== null && after === null) {
    issues.push({ path: ['cursor'], code: 'invalid', message: 'Not a cursor of this list.' });
  }
  if (cursor !== null && limit === null) {
    issues.push({ path: ['limit'], code: 'required', message: 'A cursor needs a limit.' });
  }
  if (issues.length > 0) throw new InvalidInputError(issues);
  const asked = { ...filter, ...assignment, search };
  return { filter: asked, order, limit: limit === null ? null : Number(limit), after };
}

/** Where the page after this ticket begins, opaque to callers. */
export function cursorAfter(ticket: Ticket, order: TicketOrder): string {
  const { number, sort } = positionIn(order)(ticket);
  return Buffer.from(`${cursorPrefix(order)}${number}:${sort}`).toString('base64url');
}

/** Null for what is no cursor, or one of a list in another order. */
function readCursor(cursor: string, order: TicketOrder): Position | null {
  const text = Buffer.from(cursor, 'base64url').toString();
  const prefix = cursorPrefix(order);
  if (!text.startsWith(prefix)) return null;
  const [, digits = '', sort = ''] = /^(\d+):(.+)$/.exec(text.slice(prefix.length)) ?? [];
  const number = parseRowNumber(digits);
  const position = number === null ? null : { number, sort };
  return position && isPositionIn(order)(position) ? position : null;
}

/** The order that a list has by itself needs no name. */
function cursorPrefix({ field, direction }: TicketOrder): string {
  const isDefault = field === newestFirst.field && direction === newestFirst.direction;
  return isDefault ? '' : `${field}:${direction}:`;
}
