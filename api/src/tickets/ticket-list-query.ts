import { InvalidInputError, type Issue } from '../errors.js';
import type { TicketFilter } from './ticket-filter.js';
import { TicketCategory, TicketPriority, TicketStatus } from './ticket-values.js';

const choices = {
  category: Object.values(TicketCategory) as string[],
  priority: Object.values(TicketPriority) as string[],
  status: Object.values(TicketStatus) as string[],
};

export type ListQuery = { filter: TicketFilter; limit: number | null; cursor: string | null };

export const largestLimit = 1000;

/** The list's parameters: of a repeated one the last counts, an empty one is none, unknown ones are ignored. @throws InvalidInputError */
export function parseListQuery(query: Readonly<Record<string, unknown>>): ListQuery {
  const issues: Issue[] = [];
  const filter: Record<string, unknown> = {};
  for (const [field, allowed] of Object.entries(choices)) {
    const value = lastOf(query[field]);
    if (!value) continue;
    if (allowed.includes(value)) filter[field] = [value];
    else {
      const message = `Select a valid choice. ${value.toWellFormed()} is not one of the available choices.`;
      issues.push({ path: [field], code: 'invalid_choice', message });
    }
  }
  const search = lastOf(query.search);
  issues.push(...searchIssues(search));
  const limitText = lastOf(query.limit);
  const limit = limitText ? Number(limitText) : null;
  if (limit !== null && !(Number.isInteger(limit) && limit >= 1 && limit <= largestLimit)) {
    issues.push({ path: ['limit'], code: 'invalid', message: `Ensure this value is between 1 and ${largestLimit}.` });
  }
  if (issues.length > 0) throw new InvalidInputError(issues);
  return { filter: { ...filter, search: search || null }, limit, cursor: lastOf(query.cursor) || null };
}

/** What no ticket can contain. Bytes of a query string that are no UTF-8, lone surrogates too, arrive as U+FFFD. */
export function searchIssues(search: string | undefined): Issue[] {
  if (search === undefined) return [];
  if (search.includes('\0')) {
    return [{ path: ['search'], code: 'null_character', message: 'Null characters are not allowed.' }];
  }
  const isText = search.isWellFormed() && !search.includes('\uFFFD');
  return isText ? [] : [{ path: ['search'], code: 'not_a_string', message: 'Not a valid string.' }];
}

function lastOf(value: unknown): string | undefined {
  const last = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === 'string' ? last : undefined;
}
