/** `created_from`, `created_to` and `order`, which the list and the export understand alike. */
import { parseInstant } from '../../database/instant.js';
import type { Issue } from '../../errors.js';
import { lastText } from '../../http/urlencoded.js';
import type { InstantRange } from '../read/ticket-filter.js';
import { newestFirst, OrderDirection, type TicketOrder, TicketOrderField } from '../read/ticket-order.js';

type Query = Readonly<Record<string, unknown>>;

export function parseCreatedRange(query: Query, issues: Issue[]): InstantRange {
  const instant = (name: string) => {
    const text = lastText(query[name]);
    if (text === null) return null;
    const parsed = parseInstant(text);
    if (parsed) return parsed;
    issues.push({ path: [name], code: 'invalid', message: 'Enter an ISO 8601 date, such as 2026-02-19.' });
    return null;
  };
  return { from: instant('created_from'), to: instant('created_to') };
}

/** A field, with a minus for the largest first. */
export function parseOrder(query: Query, issues: Issue[]): TicketOrder {
  const text = lastText(query.order);
  if (text === null) return newestFirst;
  const field = Object.values(TicketOrderField).find((name) => name === text.replace(/^-/, ''));
  if (field) return { field, direction: text.startsWith('-') ? OrderDirection.DESC : OrderDirection.ASC };
  const message = `Select one of ${Object.values(TicketOrderField).join(', ')}, with a minus for the largest first.`;
  issues.push({ path: ['order'], code: 'invalid_choice', message });
  return newestFirst;
}
