import type { Caller } from '../../caller.js';
import { parseInstant } from '../../database/instant.js';
import type { Position } from '../../database/keyset.js';
import { parseRowNumber } from '../../database/row-number.js';
import { InvalidInputError, type Issue } from '../../errors.js';
import { lastText } from '../../http/urlencoded.js';
import { choiceIssues, searchIssues, type TicketFilter } from '../read/ticket-filter.js';
import type { Ticket } from '../ticket.entity.js';
import { parseAssignment } from './assignment-parameters.js';

export type ListQuery = { filter: TicketFilter; limit: number | null; after: Position | null };

export const largestLimit = 1000;

/** The list's parameters: of a repeated one the last counts, an empty one is none, unknown ones are ignored. @throws InvalidInputError */
export function parseListQuery(caller: Caller, query: Readonly<Record<string, unknown>>): ListQuery {
  const issues: Issue[] = [];
  const filter: Record<string, unknown> = {};
  for (const field of ['category', 'priority', 'status'] as const) {
    const value = lastText(query[field]);
    if (value === null) continue;
    filter[field] = [value];
    issues.push(...choiceIssues(field, [value]));
  }
  const search = lastText(query.search);
  issues.push(...searchIssues(search));
  const assignment = parseAssignment(caller, query, issues);
  const limit = lastText(query.limit);
  if (limit !== null && !(/^\d{1,4}$/.test(limit) && Number(limit) >= 1 && Number(limit) <= largestLimit)) {
    issues.push({ path: ['limit'], code: 'invalid', message: `Ensure this value is between 1 and ${largestLimit}.` });
  }
  const cursor = lastText(query.cursor);
  const after = cursor === null ? null : readCursor(cursor);
  if (cursor !== null && after === null) {
    issues.push({ path: ['cursor'], code: 'invalid', message: 'Not a cursor of this list.' });
  }
  if (cursor !== null && limit === null) {
    issues.push({ path: ['limit'], code: 'required', message: 'A cursor needs a limit.' });
  }
  if (issues.length > 0) throw new InvalidInputError(issues);
  return { filter: { ...filter, ...assignment, search }, limit: limit === null ? null : Number(limit), after };
}

/** Where the page after this ticket begins, opaque to callers. */
export function cursorAfter({ number, createdAt }: Ticket): string {
  return Buffer.from(`${number}:${createdAt}`).toString('base64url');
}

function readCursor(cursor: string): Position | null {
  const [, digits = '', sort = ''] = /^(\d+):(.+)$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  const number = parseRowNumber(digits);
  return number !== null && parseInstant(sort) === sort ? { number, sort } : null;
}
