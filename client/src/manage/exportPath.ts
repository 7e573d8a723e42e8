import {
  activeFilters,
  createdRange,
  type FilterName,
  orderName,
  type TicketFilters,
} from '../tickets/filters/ticketFilters.js';

/** Filters that the export knows; with another in force it could not give exactly what is shown. */
const exported: FilterName[] = ['search', 'status', 'priority', 'category', 'created', 'assignee', 'team', 'waiting'];

/** The path of the file that holds exactly the tickets shown, in their order; null where the export cannot narrow as far. */
export function exportPath(filters: TicketFilters, now: number, timeZone: string): string | null {
  const active = activeFilters(filters);
  // Of whose turn it is the export takes one.
  if (active.some((name) => !exported.includes(name)) || filters.waiting.length > 1) return null;
  const params = new URLSearchParams();
  for (const name of ['category', 'priority', 'status'] as const)
    for (const value of filters[name]) params.append(name, value.toLowerCase());
  if (filters.assignee) params.set('assignee', filters.assignee);
  if (filters.team) params.set('team', filters.team);
  for (const turn of filters.waiting) params.set('waiting_on', turn.toLowerCase());
  if (filters.search.trim()) params.set('search', filters.search.trim());
  const created = createdRange(filters.created, now, timeZone);
  if (created?.from) params.set('created_from', created.from);
  if (created?.to) params.set('created_to', created.to);
  params.set('order', orderName(filters.order));
  return `/api/tickets/export.csv?${params}`;
}
