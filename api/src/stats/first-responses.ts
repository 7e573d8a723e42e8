/** How long requesters waited for the first words of a person. */
import type { DataSource } from 'typeorm';
import { read } from '../database/reads/standby.js';
import { Ticket } from '../tickets/ticket.entity.js';
import { minutesToRespond, standsForItself, within } from './span.js';

/** Minutes, from inclusive and to exclusive; the last has no end. */
export type FirstResponseSpan = { readonly from: number; readonly to: number | null; readonly count: number };

const starts = [0, 15, 60, 4 * 60, 24 * 60];

/** Empty spans are there too. */
export async function readFirstResponses(
  dataSource: DataSource,
  from: string,
  to: string,
): Promise<FirstResponseSpan[]> {
  const rows = await read(dataSource, (runner) =>
    dataSource
      .createQueryBuilder(Ticket, 'ticket', runner)
      .select(`width_bucket(${minutesToRespond('ticket')}, :starts::float8[])`, 'span')
      .addSelect('count(*)::int', 'count')
      .where(within('ticket.firstResponseAt'), { starts, from, to })
      .andWhere(standsForItself())
      .groupBy('span')
      .getRawMany<{ span: number; count: number }>(),
  );
  return starts.map((start, index) => ({
    from: start,
    to: starts[index + 1] ?? null,
    // What an import brings may have been answered before it was submitted.
    count: rows.filter(({ span }) => Math.max(1, span) === index + 1).reduce((sum, { count }) => sum + count, 0),
  }));
}
