import type { Caller } from '../../caller.js';
import { parseInstant } from '../../database/instant.js';
import { InvalidInputError, type Issue } from '../../errors.js';
import {
  choiceIssues,
  newestFirst,
  OrderDirection,
  searchIssues,
  type TicketFilter,
  type TicketOrder,
  TicketOrderField,
} from '../read/ticket-filter.js';
import { parseAssignment } from './assignment-parameters.js';

type Query = Readonly<Record<string, unknown>>;

/**
 * The export's parameters: the list's filters, each of which may be repeated, `created_from` and `created_to`, and
 * `order`, a field with a minus for the largest first. @throws InvalidInputError
 */
export function parseExportQuery(caller: Caller, query: Query): { filter: TicketFilter; order: TicketOrder } {
  const search = textsOf(query.search).at(-1);
  const issues: Issue[] = searchIssues(search);
  const filter: Record<string, unknown> = { search: search ?? null };
  for (const field of ['category', 'priority', 'status'] as const) {
    const values = textsOf(query[field]);
    filter[field] = values;
    issues.push(...choiceIssues(field, values));
  }
  const instant = (name: string) => {
    const text = textsOf(query[name]).at(-1);
    if (text === undefined) return null;
    const parsed = parseInstant(text);
    if (parsed) return parsed;
    issues.push({ path: [name], code: 'invalid', message: 'Enter an ISO 8601 date, such as 2026-02-19.' });
    return null;
  };
  filter.createdAt = { from: instant('created_from'), to: instant('created_to') };
  Object.assign(filter, parseAssignment(caller, query, issues));
  const order = parseOrder(textsOf(query.order).at(-1));
  if (!order) {
    const message = `Select one of ${Object.values(TicketOrderField).join(', ')}, with a minus for the largest first.`;
    issues.push({ path: ['order'], code: 'invalid_choice', message });
  }
  if (issues.length > 0) throw new InvalidInputError(issues);
  return { filter, order: order ?? newestFirst };
}

function parseOrder(text: string | undefined): TicketOrder | null {
  if (text === undefined) return newestFirst;
  const field = Object.values(TicketOrderField).find((name) => name === text.replace(/^-/, ''));
  return field ? { field, direction: text.startsWith('-') ? OrderDirection.DESC : OrderDirection.ASC } : null;
}

function textsOf(value: unknown): string[] {
  return [value].flat().filter((text): text is string => typeof text === 'string' && text !== '');
}
