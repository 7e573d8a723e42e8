import type { Caller } from '../../caller.js';
import { InvalidInputError, type Issue } from '../../errors.js';
import { choiceFields } from '../fields/ticket-fields.js';
import { choiceIssues, searchIssues, type TicketFilter } from '../read/ticket-filter.js';
import type { TicketOrder } from '../read/ticket-order.js';
import { parseAssignment } from './assignment-parameters.js';
import { parseCreatedRange, parseOrder } from './range-parameters.js';

type Query = Readonly<Record<string, unknown>>;

/**
 * The export's parameters: the list's filters, each of which may be repeated, `created_from` and `created_to`, and
 * `order`, a field with a minus for the largest first. @throws InvalidInputError
 */
export function parseExportQuery(caller: Caller, query: Query): { filter: TicketFilter; order: TicketOrder } {
  const search = textsOf(query.search).at(-1);
  const issues: Issue[] = searchIssues(search);
  const filter: Record<string, unknown> = { search: search ?? null };
  for (const field of choiceFields) {
    const values = textsOf(query[field]);
    filter[field] = values;
    issues.push(...choiceIssues(field, values));
  }
  filter.createdAt = parseCreatedRange(query, issues);
  Object.assign(filter, parseAssignment(caller, query, issues));
  const order = parseOrder(query, issues);
  if (issues.length > 0) throw new InvalidInputError(issues);
  return { filter, order };
}

function textsOf(value: unknown): string[] {
  return [value].flat().filter((text): text is string => typeof text === 'string' && text !== '');
}
