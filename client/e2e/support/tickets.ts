/** Tickets for a test to find, made through the API. */
import type { Desk } from './desk.js';

interface TicketInput {
  title: string;
  description: string;
  category: 'BILLING' | 'TECHNICAL' | 'ACCOUNT' | 'GENERAL';
  priority: 'LOW' | 'MEDIUM' | 'HIGH' | 'CRITICAL';
  status: 'OPEN' | 'IN_PROGRESS' | 'RESOLVED' | 'CLOSED';
}

/** A value of `undefined` is left out of the request. */
type TicketOverrides = { [Field in keyof TicketInput]?: TicketInput[Field] | undefined };

export function buildTicket(overrides: TicketOverrides = {}): TicketOverrides {
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
  overrides: TicketOverrides = {},
): Promise<{ id: string; number: number }> {
  const { createTicket: payload } = await desk.query<Created>(
    'mutation ($input: CreateTicketInput!) { createTicket(input: $input) { ticket { id number } } }',
    { input: buildTicket(overrides) },
  );
  return payload.ticket;
}

/** Without category and priority, so that triage fills them in. */
export function createTriagedTicket(desk: Desk, words: Pick<TicketInput, 'title' | 'description'>) {
  return createTicket(desk, { ...words, category: undefined, priority: undefined });
}

/** Many, one after the other, so that the last is the newest. */
export async function createTickets(desk: Desk, tickets: readonly TicketOverrides[]): Promise<void> {
  for (const overrides of tickets) await createTicket(desk, overrides);
}
