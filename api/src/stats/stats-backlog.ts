/** What waits to be done: how old it is, and how much it was at an instant. Only tickets that are not finished are read. */
import type { DataSource } from 'typeorm';
import { read } from '../database/reads/standby.js';
import { TicketPriority, TicketStatus } from '../tickets/fields/ticket-values.js';
import { Ticket } from '../tickets/ticket.entity.js';
import { standsForItself } from './span.js';

export type AgeBucket = {
  label: string;
  from: string | null;
  to: string | null;
  count: number;
  /** Lowest first. */
  byPriority: { priority: TicketPriority; count: number }[];
};

const isUnfinished = `ticket.status in ('${TicketStatus.OPEN}', '${TicketStatus.IN_PROGRESS}') and ${standsForItself()}`;

/** What was unfinished then: what still is, and what was resolved since. */
export async function readOpeningBacklog(dataSource: DataSource, at: string): Promise<number> {
  const row = await read(dataSource, (runner) =>
    dataSource
      .createQueryBuilder(runner)
      .select('(still.count + since.count)::int', 'count')
      .from(
        (query) =>
          query.select('count(*)', 'count').from(Ticket, 'ticket').where(`${isUnfinished} and ticket.createdAt < :at`),
        'still',
      )
      .innerJoin(
        (query) =>
          query
            .select('count(*)', 'count')
            .from(Ticket, 'ticket')
            .where(`ticket.resolvedAt >= :at and ticket.createdAt < :at and ${standsForItself()}`),
        'since',
        'true',
      )
      .setParameters({ at })
      .getRawOne<{ count: number }>(),
  );
  return row?.count ?? 0;
}

const dayMs = 86_400_000;

/** Ages, the youngest first; each begins where the one before ends. */
const ages = [
  { label: 'under 1 day', days: 1 },
  { label: '1–3 days', days: 3 },
  { label: '3–7 days', days: 7 },
  { label: '7–30 days', days: 30 },
  { label: 'over 30 days', days: null },
] as const;

type AgeRow = { priority: TicketPriority; span: number; count: number };

export async function readBacklogAge(dataSource: DataSource): Promise<AgeBucket[]> {
  const now = Date.now();
  const bounds = ages.flatMap(({ days }) => (days === null ? [] : new Date(now - days * dayMs).toISOString()));
  const rows = await read(dataSource, (runner) =>
    dataSource
      .createQueryBuilder(Ticket, 'ticket', runner)
      .select('ticket.priority', 'priority')
      .addSelect('width_bucket(ticket.createdAt, :starts::timestamptz[])', 'span')
      .addSelect('count(*)::int', 'count')
      .where(isUnfinished, { starts: bounds.toReversed() })
      .groupBy('ticket.priority')
      .addGroupBy('span')
      .getRawMany<AgeRow>(),
  );
  return ages.map(({ label }, index) => {
    const span = bounds.length - index;
    const countOf = (priority: TicketPriority) =>
      rows.find((row) => row.priority === priority && row.span === span)?.count ?? 0;
    const byPriority = Object.values(TicketPriority).map((priority) => ({ priority, count: countOf(priority) }));
    const count = byPriority.reduce((sum, one) => sum + one.count, 0);
    return { label, from: bounds[index] ?? null, to: bounds[index - 1] ?? null, count, byPriority };
  });
}
