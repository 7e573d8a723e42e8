/** What the tickets that were submitted in a span are. */
import type { DataSource } from 'typeorm';
import { readQuery } from '../database/reads/standby.js';
import { TicketCategory, TicketPriority, TicketStatus } from '../tickets/fields/ticket-values.js';
import { breakdown } from './summary.js';

/** Every value has its count, zeros included. */
export type Breakdown = {
  readonly byStatus: Readonly<Record<TicketStatus, number>>;
  readonly byCategory: Readonly<Record<TicketCategory, number>>;
  readonly byPriority: Readonly<Record<TicketPriority, number>>;
};

/** Each count reads its range of an index that exists anyhow; one with all three fields would cost every write. */
const cellsSql = `
  select c.category, s.status, (
    select count(*)::int from ticket
    where ticket.category = c.category and ticket.status = s.status and created_at >= $1 and created_at < $2) as count
  from unnest(enum_range(null::ticket_category)) as c (category), unnest(enum_range(null::ticket_status)) as s (status)`;

const prioritiesSql = `
  select p.priority, (
    select count(*)::int from ticket
    where ticket.priority = p.priority and created_at >= $1 and created_at < $2) as count
  from unnest(enum_range(null::ticket_priority)) as p (priority)`;

export async function readBreakdown(dataSource: DataSource, from: string, to: string): Promise<Breakdown> {
  const [cells, priorities] = await Promise.all([
    readQuery<{ category: TicketCategory; status: TicketStatus; count: number }[]>(dataSource, cellsSql, [from, to]),
    readQuery<{ priority: TicketPriority; count: number }[]>(dataSource, prioritiesSql, [from, to]),
  ]);
  return {
    byStatus: breakdown(Object.values(TicketStatus), cells, ({ status }) => status),
    byCategory: breakdown(Object.values(TicketCategory), cells, ({ category }) => category),
    byPriority: breakdown(Object.values(TicketPriority), priorities, ({ priority }) => priority),
  };
}
