/** What the tickets that were submitted in a span are. */
import type { DataSource } from 'typeorm';
import { read } from '../database/reads/standby.js';
import { TicketCategory, TicketPriority, TicketStatus } from '../tickets/fields/ticket-values.js';
import { Ticket } from '../tickets/ticket.entity.js';
import { standsForItself, within } from './span.js';
import { breakdown } from './summary.js';

/** Every value has its count, zeros included. */
export type Breakdown = {
  readonly byStatus: Readonly<Record<TicketStatus, number>>;
  readonly byCategory: Readonly<Record<TicketCategory, number>>;
  readonly byPriority: Readonly<Record<TicketPriority, number>>;
};

const kinds = `(select category, status from unnest(enum_range(null::ticket_category)) as category,
  unnest(enum_range(null::ticket_status)) as status)`;
const priorities = '(select unnest(enum_range(null::ticket_priority)) as priority)';

/** Each count reads its range of an index that exists anyhow; one with all three fields would cost every write. */
export async function readBreakdown(dataSource: DataSource, from: string, to: string): Promise<Breakdown> {
  const counted = <Row extends object>(values: string, fields: readonly (keyof Row & string)[]) =>
    read(dataSource, (runner) =>
      dataSource
        .createQueryBuilder(runner)
        .select(fields.map((field) => `kind.${field} as ${field}`))
        .addSelect(
          (query) =>
            query
              .select('count(*)::int')
              .from(Ticket, 'ticket')
              .where(fields.map((field) => `ticket.${field} = kind.${field}`).join(' and '))
              .andWhere(within('ticket.createdAt'))
              .andWhere(standsForItself()),
          'count',
        )
        .from(values, 'kind')
        .setParameters({ from, to })
        .getRawMany<Row & { count: number }>(),
    );
  const [cells, ofPriorities] = await Promise.all([
    counted<{ category: TicketCategory; status: TicketStatus }>(kinds, ['category', 'status']),
    counted<{ priority: TicketPriority }>(priorities, ['priority']),
  ]);
  return {
    byStatus: breakdown(Object.values(TicketStatus), cells, ({ status }) => status),
    byCategory: breakdown(Object.values(TicketCategory), cells, ({ category }) => category),
    byPriority: breakdown(Object.values(TicketPriority), ofPriorities, ({ priority }) => priority),
  };
}
