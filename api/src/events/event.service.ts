import { type DataSource, In } from 'typeorm';
import {
  boundsOf,
  type KeysetBounds,
  type KeysetSource,
  type Page,
  type PageRequest,
  pageOf,
  readPage,
} from '../database/keyset.js';
import { TicketEvent } from './event.entity.js';

const positionOf = (event: TicketEvent) => ({ sort: null, number: Number(event.key) });

/** Reads the trail, newest first. Nothing here writes: the database records every change itself. */
export class EventService {
  constructor(private readonly dataSource: DataSource) {}

  /** The trail of one ticket, or of the whole desk. */
  page(ticketNumber: number | null, request: PageRequest): Promise<Page<TicketEvent>> {
    return readPage(this.source(ticketNumber), request);
  }

  /** The same page of many tickets' trails, in one statement. */
  async pages(ticketNumbers: readonly number[], request: PageRequest): Promise<Page<TicketEvent>[]> {
    const { condition, order, values } = rangeOf(boundsOf(request), 3);
    const keys = await this.dataSource.query<{ id: string }[]>(
      `select event.id from unnest($1::integer[]) as number
       cross join lateral (
         select id from ticket_event where ticket_number = number and ${condition} order by id ${order} limit $2
       ) as event`,
      [ticketNumbers, request.limit + 1, ...values],
    );
    const byTicket = Map.groupBy(await this.inOrder(keys, order), ({ ticketNumber }) => ticketNumber);
    return ticketNumbers.map((number) => pageOf(byTicket.get(number) ?? [], this.source(number), request));
  }

  async getMany(keys: readonly string[]): Promise<TicketEvent[]> {
    return this.dataSource.getRepository(TicketEvent).findBy({ key: In(keys) });
  }

  count(ticketNumber: number | null): Promise<number> {
    const where = ticketNumber === null ? {} : { ticketNumber };
    return this.dataSource.getRepository(TicketEvent).countBy(where);
  }

  private async inOrder(keys: readonly { id: string }[], order: 'asc' | 'desc'): Promise<TicketEvent[]> {
    if (keys.length === 0) return [];
    const repository = this.dataSource.getRepository(TicketEvent);
    return repository.find({ where: { key: In(keys.map(({ id }) => id)) }, order: { key: order } });
  }

  private source(ticketNumber: number | null): KeysetSource<TicketEvent> {
    return { positionOf, rows: (bounds) => this.rows(ticketNumber, bounds) };
  }

  private rows(ticketNumber: number | null, bounds: KeysetBounds): Promise<TicketEvent[]> {
    const query = this.dataSource.getRepository(TicketEvent).createQueryBuilder('event');
    if (ticketNumber !== null) query.andWhere('event.ticket_number = :ticketNumber', { ticketNumber });
    if (bounds.after) query.andWhere('event.id < :after', { after: bounds.after.number });
    if (bounds.before) query.andWhere('event.id > :before', { before: bounds.before.number });
    return query
      .orderBy('event.id', bounds.reverse ? 'ASC' : 'DESC')
      .limit(bounds.limit)
      .getMany();
  }
}

/** Bounds as SQL, with parameters numbered from `first`. */
function rangeOf({ after, before, reverse }: KeysetBounds, first: number) {
  const values: number[] = [];
  const conditions = ['true'];
  if (after) conditions.push(`id < $${first - 1 + values.push(after.number)}`);
  if (before) conditions.push(`id > $${first - 1 + values.push(before.number)}`);
  return { condition: conditions.join(' and '), order: reverse ? ('asc' as const) : ('desc' as const), values };
}
