/** The statements that change tickets. Each runs in a transaction that is signed; the database adds the trail and the counts. */
import type { EntityManager } from 'typeorm';
import { textRowsIn } from '../../database/reads/text-rows.js';
import { attachRequesters } from '../../people/imported-requesters.js';
import type { NamedRequester } from '../../people/requester-rules.js';
import { fieldsWith, ticketFields, writtenFields } from '../fields/ticket-fields.js';
import type { NewTicket, TicketChanges } from '../fields/ticket-rules.js';
import { isFinished, type TicketCategory, type TicketPriority, type TicketStatus } from '../fields/ticket-values.js';
import { ticketColumns, ticketOfRow } from '../read/ticket-rows.js';
import { exportedTicket } from '../rest/desk-csv.js';
import type { Ticket } from '../ticket.entity.js';

const importedColumns = fieldsWith({ inImports: true }).map((field) => ticketFields[field]);
const writtenColumns = writtenFields.map((field) => ticketFields[field].column);

/** A ticket with its past, as imports and samples bring it. */
export type ImportedTicket = {
  title: string;
  description: string;
  category: TicketCategory;
  priority: TicketPriority;
  status: TicketStatus;
  created_at: string | null;
  /** Left out: when it was resolved or created. */
  updated_at?: string | null;
  /** Null for a finished ticket: when it was created. */
  resolved_at: string | null;
  external_id: string | null;
  /** Who asked; left out: nobody is known. */
  requester?: NamedRequester | null;
  /** Whose it is, by address; nobody's where they are no active member of the team. */
  assignee_email?: string | null;
};

type Loose = 'assigneeKey' | 'teamKey' | 'requesterKey' | 'snoozedUntil';

/** Only whose it is, and whether it rests, may be left open. */
export type CompleteTicket = Required<Omit<NewTicket, Loose | 'requester'>> & Pick<NewTicket, Loose>;

export async function insertTicket(manager: EntityManager, ticket: CompleteTicket): Promise<Ticket> {
  const values: unknown[] = writtenFields.map((field) => ticket[field] ?? null);
  const parameters = values.map((_, index) => `$${index + 1}`);
  const text = `insert into ticket (${writtenColumns.join(', ')}, resolved_at)
    values (${parameters.join(', ')}, case when $${values.push(isFinished(ticket.status))} then now() end)
    returning ${ticketColumns}`;
  return one(manager, text, values);
}

/** Whoever asked has proved that the address on the ticket is theirs. */
export async function noteProven(manager: EntityManager, number: number): Promise<void> {
  await manager.query('update ticket set requester_proven = true where number = $1 and not requester_proven', [number]);
}

/**
 * Many at once, with their times as given; the trail and the counts cost one statement each, however many there are.
 * Answers those that are new: rows whose external id is known change nothing. The id that the desk's own export gives to
 * a ticket without one is known where that ticket still is.
 */
export async function insertImported(manager: EntityManager, tickets: readonly ImportedTicket[]): Promise<Ticket[]> {
  if (tickets.length === 0) return [];
  const text = `insert into ticket
      (title, description, category, priority, status, created_at, updated_at, resolved_at, external_id, requester_id, assignee_id)
    select title, description, category, priority, status, since,
      greatest(coalesce(updated_at, resolved_at, since), case when status in ('resolved', 'closed') then resolved_at end, since),
      case when status in ('resolved', 'closed') then greatest(resolved_at, since) end, external_id, requester_key,
      (select id from account where email = assignee_email and activated_at is not null and deactivated_at is null for share)
    from jsonb_to_recordset($1::jsonb) as t (${importedColumns.map(({ name, sqlType }) => `${name} ${sqlType}`).join(', ')},
      own_number integer, own_created_at timestamptz(3), requester_key integer,
      assignee_email text)
    cross join lateral (select coalesce(t.created_at, t.resolved_at, now()) as since) as times
    where own_number is null or not exists (
      select 1 from ticket as own where own.number = own_number and own.created_at = own_created_at)
    on conflict (external_id) do nothing returning ${ticketColumns}`;
  const fresh = await unknownOf(manager, tickets);
  const requesters = await attachRequesters(
    manager,
    fresh.map(({ requester }) => requester),
  );
  const rows = fresh.map((ticket, index) => ({
    ...ticket,
    ...exportedTicket(ticket.external_id),
    requester_key: requesters[index] ?? null,
  }));
  return (await textRowsIn(manager, { text, values: [JSON.stringify(rows)] })).map(ticketOfRow);
}

/** Without rows that are here already, whose requesters must not be made anew. Only asked where a row names one. */
async function unknownOf(
  manager: EntityManager,
  tickets: readonly ImportedTicket[],
): Promise<readonly ImportedTicket[]> {
  if (!tickets.some(({ requester }) => requester)) return tickets;
  const rows = await manager.query<{ id: string }[]>(
    `select given.id from unnest($1::text[], $2::integer[], $3::timestamptz[]) as given (id, number, created_at)
     where exists (select from ticket where external_id = given.id)
       or exists (select from ticket as own where own.number = given.number and own.created_at = given.created_at)`,
    [
      tickets.map(({ external_id }) => external_id),
      tickets.map(({ external_id }) => exportedTicket(external_id)?.own_number ?? null),
      tickets.map(({ external_id }) => exportedTicket(external_id)?.own_created_at ?? null),
    ],
  );
  const known = new Set(rows.map(({ id }) => id));
  return tickets.filter(({ external_id }) => external_id === null || !known.has(external_id));
}

/** Current rows, held until the transaction ends; in one order, so that two bulk changes cannot deadlock. */
export async function lockTickets(manager: EntityManager, numbers: readonly number[]): Promise<Ticket[]> {
  const text = `select ${ticketColumns} from ticket where number = any($1::integer[]) order by ticket.number for update`;
  return (await textRowsIn(manager, { text, values: [numbers] })).map(ticketOfRow);
}

/** Sets what imported tickets became, with the times at which they did: after what was said on them, so that the trail is in order. */
export async function finishImported(
  manager: EntityManager,
  finished: readonly { number: number; status: TicketStatus; resolvedAt: string }[],
): Promise<void> {
  await manager.query(
    `update ticket set status = became.status::ticket_status, resolved_at = became."resolvedAt",
       updated_at = greatest(updated_at, became."resolvedAt")
     from jsonb_to_recordset($1::jsonb) as became (number integer, status text, "resolvedAt" timestamptz(3))
     where ticket.number = became.number`,
    [JSON.stringify(finished)],
  );
}

/** Applies `changes` where they change something, and answers the tickets that did change. */
export async function updateTickets(
  manager: EntityManager,
  numbers: readonly number[],
  changes: TicketChanges,
): Promise<Ticket[]> {
  const fields = writtenFields.filter((field) => changes[field] !== undefined);
  if (fields.length === 0) return [];
  const values: unknown[] = [numbers];
  const assignments: string[] = [];
  const differences: string[] = [];
  for (const field of fields) {
    values.push(changes[field]);
    const { column } = ticketFields[field];
    assignments.push(`${column} = $${values.length}`);
    differences.push(`${column} is distinct from $${values.length}`);
  }
  if (changes.status) {
    // The clock may be behind an imported ticket, or set back.
    const resolvedAt = isFinished(changes.status) ? 'coalesce(resolved_at, greatest(now(), created_at))' : 'null';
    assignments.push(`resolved_at = ${resolvedAt}`);
  }
  const text = `update ticket set ${assignments.join(', ')}, version = version + 1, updated_at = now()
    where number = any($1::integer[]) and (${differences.join(' or ')}) returning ${ticketColumns}`;
  return (await textRowsIn(manager, { text, values })).map(ticketOfRow);
}

/** What is merged into them stands for itself again, and what was part of them is part of nothing. */
export async function deleteTickets(manager: EntityManager, numbers: readonly number[]): Promise<void> {
  await manager.query(
    `update ticket set merged_into = null, version = version + 1, updated_at = now()
     where merged_into = any($1::integer[])`,
    [numbers],
  );
  await manager.query(
    `update ticket set incident = null, version = version + 1, updated_at = now()
     where incident = any($1::integer[])`,
    [numbers],
  );
  await manager.query(`delete from ticket where number = any($1::integer[])`, [numbers]);
}

async function one(manager: EntityManager, text: string, values: unknown[]): Promise<Ticket> {
  const [row] = await textRowsIn(manager, { text, values });
  if (!row) throw new Error('The statement answered no row.');
  return ticketOfRow(row);
}
