/** The statements that change tickets. Each runs in a transaction that is signed; the database adds the trail and the counts. */
import type { EntityManager } from 'typeorm';
import { textRowsIn } from '../../database/reads/text-rows.js';
import type { NewTicket, TicketChanges } from '../fields/ticket-rules.js';
import { isFinished, type TicketCategory, type TicketPriority, type TicketStatus } from '../fields/ticket-values.js';
import { ticketColumns, ticketOfRow } from '../read/ticket-rows.js';
import type { Ticket } from '../ticket.entity.js';

/** A ticket with its past, as imports and samples bring it. */
export type ImportedTicket = {
  title: string;
  description: string;
  category: TicketCategory;
  priority: TicketPriority;
  status: TicketStatus;
  created_at: string | null;
  resolved_at: string | null;
  external_id: string | null;
};

export async function insertTicket(manager: EntityManager, ticket: Required<NewTicket>): Promise<Ticket> {
  const text = `insert into ticket (title, description, category, priority, status, resolved_at)
    values ($1, $2, $3, $4, $5, case when $6 then now() end) returning ${ticketColumns}`;
  const { title, description, category, priority, status } = ticket;
  return one(manager, text, [title, description, category, priority, status, isFinished(status)]);
}

/**
 * Many at once, with their times as given; the trail and the counts cost one statement each, however many there are.
 * Answers those that are new: rows whose external id is known change nothing.
 */
export async function insertImported(manager: EntityManager, tickets: readonly ImportedTicket[]): Promise<Ticket[]> {
  if (tickets.length === 0) return [];
  const text = `insert into ticket
      (title, description, category, priority, status, created_at, updated_at, resolved_at, external_id)
    select title, description, category, priority, status, coalesce(created_at, now()),
      coalesce(resolved_at, created_at, now()), resolved_at, external_id
    from jsonb_to_recordset($1::jsonb) as t (title text, description text, category ticket_category,
      priority ticket_priority, status ticket_status, created_at timestamptz, resolved_at timestamptz, external_id text)
    on conflict (external_id) do nothing returning ${ticketColumns}`;
  return (await textRowsIn(manager, { text, values: [JSON.stringify(tickets)] })).map(ticketOfRow);
}

/** Current rows, held until the transaction ends; in one order, so that two bulk changes cannot deadlock. */
export async function lockTickets(manager: EntityManager, numbers: readonly number[]): Promise<Ticket[]> {
  const text = `select ${ticketColumns} from ticket where number = any($1::integer[]) order by ticket.number for update`;
  return (await textRowsIn(manager, { text, values: [numbers] })).map(ticketOfRow);
}

/** Applies `changes` where they change something, and answers the tickets that did change. */
export async function updateTickets(
  manager: EntityManager,
  numbers: readonly number[],
  changes: TicketChanges,
): Promise<Ticket[]> {
  const fields = Object.entries(changes);
  if (fields.length === 0) return [];
  const values: unknown[] = [numbers];
  const assignments: string[] = [];
  const differences: string[] = [];
  for (const [field, value] of fields) {
    values.push(value);
    assignments.push(`${field} = $${values.length}`);
    differences.push(`${field} <> $${values.length}`);
  }
  if (changes.status) {
    assignments.push(`resolved_at = ${isFinished(changes.status) ? 'coalesce(resolved_at, now())' : 'null'}`);
  }
  const text = `update ticket set ${assignments.join(', ')}, version = version + 1, updated_at = now()
    where number = any($1::integer[]) and (${differences.join(' or ')}) returning ${ticketColumns}`;
  return (await textRowsIn(manager, { text, values })).map(ticketOfRow);
}

export async function deleteTickets(manager: EntityManager, numbers: readonly number[]): Promise<void> {
  await manager.query(`delete from ticket where number = any($1::integer[])`, [numbers]);
}

async function one(manager: EntityManager, text: string, values: unknown[]): Promise<Ticket> {
  const [row] = await textRowsIn(manager, { text, values });
  if (!row) throw new Error('The statement answered no row.');
  return ticketOfRow(row);
}
