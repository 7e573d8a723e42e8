import { type DataSource, In, IsNull } from 'typeorm';
import type { Caller } from '../caller.js';
import { type KeysetBounds, type KeysetSource, type Page, type PageRequest, readPage } from '../database/keyset.js';
import { TicketEvent } from './event.entity.js';

/** A part of one ticket's trail. */
export type Stretch = { readonly ticketNumber: number; readonly bounds: KeysetBounds };

/** Events have no sort key but their own number. */
export const positionOf = (event: TicketEvent) => ({ sort: null, number: Number(event.key) });

/** What was said is read through the timeline, which knows who may read it. */
const alone = 'reply_id is null and note_id is null';

/** Reads what happened to tickets themselves, newest first. Nothing here writes: the database records every change itself. */
export class EventService {
  constructor(private readonly dataSource: DataSource) {}

  /** The trail of one ticket, or of the whole desk. */
  page(_caller: Caller, ticketNumber: number | null, request: PageRequest): Promise<Page<TicketEvent>> {
    return readPage(this.source(ticketNumber), request);
  }

  /** In the order asked for. What the tickets of one page ask for is alike and costs two statements. */
  async stretches(_caller: Caller, asked: readonly Stretch[]): Promise<TicketEvent[][]> {
    const found = new Map<Stretch, TicketEvent[]>();
    for (const group of Map.groupBy(asked, ({ bounds }) => `${bounds.reverse} ${bounds.limit}`).values()) {
      const events = await this.alike(group);
      for (const [index, stretch] of group.entries()) found.set(stretch, events[index] ?? []);
    }
    return asked.map((stretch) => found.get(stretch) ?? []);
  }

  async getMany(_caller: Caller, keys: readonly string[]): Promise<TicketEvent[]> {
    return this.byKeys(keys);
  }

  count(_caller: Caller, ticketNumber: number | null): Promise<number> {
    const where = ticketNumber === null ? {} : { ticketNumber };
    const itself = { replyKey: IsNull(), noteKey: IsNull() };
    return this.dataSource.getRepository(TicketEvent).countBy({ ...where, ...itself });
  }

  /** How long each of these trails is. */
  async counts(_caller: Caller, ticketNumbers: readonly number[]): Promise<number[]> {
    const rows = await this.dataSource.query<{ number: number; count: number }[]>(
      `select ticket_number as number, count(*)::int as count from ticket_event
       where ticket_number = any($1::integer[]) and ${alone} group by ticket_number`,
      [ticketNumbers],
    );
    const byTicket = new Map(rows.map(({ number, count }) => [number, count]));
    return ticketNumbers.map((number) => byTicket.get(number) ?? 0);
  }

  /** Stretches of one length and direction, each an index range. */
  private async alike(asked: readonly Stretch[]): Promise<TicketEvent[][]> {
    const { reverse = false, limit = 0 } = asked[0]?.bounds ?? {};
    const order = reverse ? 'asc' : 'desc';
    const rows = await this.dataSource.query<{ index: number; id: string }[]>(
      `select (asked.ordinality - 1)::int as index, event.id
       from unnest($1::integer[], $2::bigint[], $3::bigint[]) with ordinality as asked (number, after, before)
       cross join lateral (
         select id from ticket_event
         where ticket_number = asked.number and ${alone}
           and id < coalesce(asked.after, 9223372036854775807) and id > coalesce(asked.before, 0)
         order by id ${order} limit $4
       ) as event
       order by asked.ordinality, event.id ${order}`,
      [
        asked.map(({ ticketNumber }) => ticketNumber),
        asked.map(({ bounds }) => bounds.after?.number ?? null),
        asked.map(({ bounds }) => bounds.before?.number ?? null),
        limit,
      ],
    );
    const byKey = new Map((await this.byKeys(rows.map(({ id }) => id))).map((event) => [event.key, event]));
    const byIndex = Map.groupBy(rows, ({ index }) => index);
    return asked.map((_, index) => (byIndex.get(index) ?? []).flatMap(({ id }) => byKey.get(id) ?? []));
  }

  private byKeys(keys: readonly string[]): Promise<TicketEvent[]> {
    return this.dataSource.getRepository(TicketEvent).findBy({ key: In(keys), replyKey: IsNull(), noteKey: IsNull() });
  }

  private source(ticketNumber: number | null): KeysetSource<TicketEvent> {
    return { positionOf, rows: (bounds) => this.rows(ticketNumber, bounds) };
  }

  private rows(ticketNumber: number | null, bounds: KeysetBounds): Promise<TicketEvent[]> {
    const query = this.dataSource.getRepository(TicketEvent).createQueryBuilder('event').where(alone);
    if (ticketNumber !== null) query.andWhere('event.ticket_number = :ticketNumber', { ticketNumber });
    if (bounds.after) query.andWhere('event.id < :after', { after: bounds.after.number });
    if (bounds.before) query.andWhere('event.id > :before', { before: bounds.before.number });
    return query
      .orderBy('event.id', bounds.reverse ? 'ASC' : 'DESC')
      .limit(bounds.limit)
      .getMany();
  }
}
