/** Tickets for a test to find, made through the API. */
import type { Desk } from './desk.js';

export interface TicketInput {
  title: string;
  description: string;
  category: 'BILLING' | 'TECHNICAL' | 'ACCOUNT' | 'GENERAL';
  priority: 'LOW' | 'MEDIUM' | 'HIGH' | 'CRITICAL';
  status: 'OPEN' | 'IN_PROGRESS' | 'RESOLVED' | 'CLOSED';
}

export function buildTicket(overrides: Partial<TicketInput> = {}): TicketInput {
  return {
    title: 'The export stops at 99 %',
    description: 'Since this morning the export of the invoices never finishes.',
    category: 'TECHNICAL',
    priority: 'MEDIUM',
    status: 'OPEN',
    ...overrides,
  };
}

interface Created {
  createTicket: { ticket: { id: string; number: number } };
}

export async function createTicket(
  desk: Desk,
  overrides: Partial<TicketInput> = {},
): Promise<{ id: string; number: number }> {
  const { createTicket: payload } = await desk.query<Created>(
    'mutation ($input: CreateTicketInput!) { createTicket(input: $input) { ticket { id number } } }',
    { input: buildTicket(overrides) },
  );
  return payload.ticket;
}

/** Many at once, by the import, which is what it is for. They are created one minute apart, the last one newest. */
export async function importTickets(desk: Desk, tickets: readonly Partial<TicketInput>[]): Promise<void> {
  const now = Date.now();
  const lines = tickets.map((overrides, index) => {
    const { category, priority, status, ...words } = buildTicket(overrides);
    const created_at = new Date(now - (tickets.length - index) * 60_000).toISOString();
    const enums = { category: category.toLowerCase(), priority: priority.toLowerCase(), status: status.toLowerCase() };
    return JSON.stringify({ ...words, ...enums, created_at });
  });
  const response = await fetch(`${desk.url}/api/tickets/import/`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: lines.join('\n'),
  });
  const report = JSON.parse((await response.text()).trim().split('\n').at(-1) ?? '{}') as { imported?: number };
  if (report.imported !== tickets.length) throw new Error(`Imported ${report.imported} of ${tickets.length} tickets`);
}
