import type { DataSource } from 'typeorm';
import type { Caller } from '../../caller.js';
import { type KeysetBounds, type Page, type PageRequest, readPage } from '../../database/keyset.js';
import { readQuery } from '../../database/reads/standby.js';
import { textRows } from '../../database/reads/text-rows.js';
import type { Ticket } from '../ticket.entity.js';
import { inBatches } from './batches.js';
import { type AskedFilter, askedBy, type ListPorts } from './list-ports.js';
import { type Past, type PastMatches, pastMatchesSql, type Then } from './past-tickets.js';
import { inSearchShare, type SearchTime, SearchTooBroadError, unhurried } from './search-share.js';
import type { SearchQuery } from './search-walk.js';
import { searchWords, type TicketFilter } from './ticket-filter.js';
import { newestFirst, positionIn, type TicketOrder } from './ticket-order.js';
import { countCellsSql, countedListSql, countSql, listSql } from './ticket-query.js';
import { descriptions, extents, type TextExtent } from './ticket-rows.js';
import { countMatches, searchRows } from './ticket-search.js';

/** A search that matches more than this, or takes longer than its time, is not counted. */
const highestSearchCount = 10_000;

export type CountedPage = { readonly page: Page<Ticket>; readonly count: number | null };

export type ExportedTicket = { readonly ticket: Ticket; readonly externalId: string | null };

/** Finds tickets: one, many by number, a page, all of them as a stream, or only how many. */
export class TicketReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ports: ListPorts,
  ) {}

  async get(caller: Caller, number: number): Promise<Ticket | null> {
    const [ticket] = await this.getMany(caller, [number]);
    return ticket ?? null;
  }

  /** The same, or the one that goes on for it. */
  async getStanding(caller: Caller, number: number): Promise<Ticket | null> {
    const ticket = await this.get(caller, number);
    return ticket?.mergedIntoKey == null ? ticket : this.get(caller, ticket.mergedIntoKey);
  }

  /** For those of them that are merged, the numbers of the tickets that go on. */
  async mergeTargets(_caller: Caller, numbers: readonly number[]): Promise<Map<number, number>> {
    if (numbers.length === 0) return new Map();
    const rows = await this.dataSource.query<{ number: number; target: number }[]>(
      `select number, merged_into as target from ticket where number = any($1::integer[]) and merged_into is not null`,
      [numbers],
    );
    return new Map(rows.map(({ number, target }) => [number, target]));
  }

  /** Those that exist, in no particular order. */
  async getMany(caller: Caller, numbers: readonly number[]): Promise<Ticket[]> {
    const { columns, ticketOf } = extents.whole;
    const text = `select ${columns} from ticket where number = any($1::integer[])`;
    const tickets = (await textRows(this.dataSource, { text, values: [numbers], isHot: true })).map(ticketOf);
    const isWhole = await descriptions.complete(caller, this.dataSource, tickets);
    return isWhole ? tickets : tickets.filter((ticket) => !descriptions.isMissing(ticket));
  }

  /** With the beginnings of descriptions alone where no more is wanted. */
  async page(
    caller: Caller,
    filter: TicketFilter,
    order: TicketOrder,
    request: PageRequest,
    extent: TextExtent = 'whole',
  ): Promise<Page<Ticket>> {
    const asked = askedBy(caller, this.ports, filter);
    const rows = (bounds: KeysetBounds) => this.rows(caller, asked, order, bounds, { extent });
    const page = await readPage({ rows, positionOf: positionIn(order) }, request);
    if (extent === 'beginning' || (await descriptions.complete(caller, this.dataSource, page.items))) return page;
    // A ticket was deleted in between: the page without it is another.
    return this.page(caller, filter, order, request, extent);
  }

  /**
   * The same, and how many the whole list holds: in one statement where the counters know, null where nobody does. Long
   * descriptions are still missing, see `inGroups`.
   */
  async countedPage(
    caller: Caller,
    filter: TicketFilter,
    order: TicketOrder,
    request: PageRequest,
  ): Promise<CountedPage> {
    const asked = askedBy(caller, this.ports, filter);
    let count: number | null = null;
    const rows = async (bounds: KeysetBounds) => {
      const { columns, ticketOf } = extents.whole;
      const counted = countedListSql(columns, asked, order, bounds);
      if (!counted) return this.rows(caller, asked, order, bounds);
      const rows = await textRows(this.dataSource, counted);
      const known = rows[0]?.at(-1);
      if (known) count = Number(known);
      return rows.map(ticketOf);
    };
    const page = await readPage({ rows, positionOf: positionIn(order) }, request);
    return { page, count: count ?? (await this.count(caller, filter)) };
  }

  /** The tickets of a page in groups that hold few bytes, each read when it is asked for; deleted ones are left out. */
  inGroups(caller: Caller, tickets: readonly Ticket[]): AsyncGenerator<Ticket[]> {
    return descriptions.inGroups(caller, this.dataSource, tickets);
  }

  /** Every match in batches. */
  async *stream(caller: Caller, filter: TicketFilter, order: TicketOrder = newestFirst): AsyncGenerator<Ticket[]> {
    const positionOf = positionIn(order);
    const asked = askedBy(caller, this.ports, filter);
    const batches = inBatches<Ticket[]>({
      read: (limit, after) =>
        this.rows(caller, asked, order, { after, before: null, reverse: false, limit }, { isStream: true }),
      lastOf(batch) {
        const last = batch.at(-1);
        return last ? positionOf(last) : null;
      },
      sizeOf: (batch) => ({
        rows: batch.length,
        bytes: batch.reduce((sum, { description }) => sum + (description?.length ?? 0), 0),
      }),
    });
    for await (const batch of batches) yield* this.inGroups(caller, batch);
  }

  /** The same stream, each ticket with its name where it was imported from; null where it was not. */
  async *exported(caller: Caller, filter: TicketFilter, order: TicketOrder): AsyncGenerator<ExportedTicket[]> {
    for await (const batch of this.stream(caller, filter, order)) {
      const text =
        'select number, external_id from ticket where number = any($1::integer[]) and external_id is not null';
      const rows = await textRows(this.dataSource, { text, values: [batch.map(({ number }) => number)] });
      const ids = new Map(rows.map(([number, id]) => [Number(number), id ?? null]));
      yield batch.map((ticket) => ({ ticket, externalId: ids.get(ticket.number) ?? null }));
    }
  }

  /** By filter: whether each of these would match, as it was then. From the primary, which alone is as new as what is told of it. */
  async wouldMatch(
    caller: Caller,
    filters: readonly TicketFilter[],
    pasts: readonly Past[],
    then: Then,
  ): Promise<boolean[][]> {
    const asked = filters.map((filter) => askedBy(caller, this.ports, filter));
    const { text, values } = pastMatchesSql(asked, pasts, then);
    const rows = pasts.length > 0 ? await this.dataSource.query<PastMatches[]>(text, values) : [];
    const byPlace = new Map(rows.map(({ place, matches }) => [place, matches]));
    return filters.map((_, index) => pasts.map((_, place) => byPlace.get(place)?.[index] ?? false));
  }

  /** How many tickets that are not finished each of these people has. */
  async openCounts(_caller: Caller, assignees: readonly number[]): Promise<number[]> {
    const rows = await readQuery<{ key: number; count: number }[]>(
      this.dataSource,
      `select assignee_id as key, count(*)::int as count from ticket
       where assignee_id = any($1::integer[]) and resolved_at is null and merged_into is null group by 1`,
      [assignees],
    );
    const counts = new Map(rows.map(({ key, count }) => [key, count]));
    return assignees.map((key) => counts.get(key) ?? 0);
  }

  /** Null where a search matches too many to count in time. */
  async count(caller: Caller, filter: TicketFilter): Promise<number | null> {
    const asked = askedBy(caller, this.ports, filter);
    const cells = countCellsSql(asked);
    if (cells) return this.number(cells);
    if (searchWords(filter.search).length === 0) return this.number(countSql(asked, null));
    return this.countSearch(caller, asked);
  }

  private async countSearch(caller: Caller, filter: AskedFilter): Promise<number | null> {
    const query = searchQuery(filter, newestFirst, { after: null, before: null, reverse: false, limit: 1 });
    try {
      return await inSearchShare(this.dataSource, caller, this.ports.longestSearchMs, (time) =>
        countMatches(this.dataSource, query, highestSearchCount, time),
      );
    } catch (error) {
      if (error instanceof SearchTooBroadError) return null;
      throw error;
    }
  }

  private async number({ text, values }: { text: string; values: unknown[] }): Promise<number> {
    const [row] = await readQuery<{ count: number }[]>(this.dataSource, text, values);
    return row?.count ?? 0;
  }

  private async rows(
    caller: Caller,
    filter: AskedFilter,
    order: TicketOrder,
    bounds: KeysetBounds,
    { extent = 'whole', isStream = false }: { extent?: TextExtent; isStream?: boolean } = {},
  ): Promise<Ticket[]> {
    const { columns, ticketOf } = extents[extent];
    if (searchWords(filter.search).length === 0) {
      return (await textRows(this.dataSource, listSql(columns, filter, order, bounds))).map(ticketOf);
    }
    const search = (time: SearchTime) => searchRows(this.dataSource, searchQuery(filter, order, bounds, extent), time);
    const rows = isStream
      ? search(unhurried(caller))
      : inSearchShare(this.dataSource, caller, this.ports.longestSearchMs, search);
    return (await rows).map(ticketOf);
  }
}

function searchQuery(
  filter: AskedFilter,
  order: TicketOrder,
  bounds: KeysetBounds,
  extent: TextExtent = 'beginning',
): SearchQuery {
  const { columns, ticketOf } = extents[extent];
  const positionOf = positionIn(order);
  return { columns, filter, order, bounds, positionOf: (row) => positionOf(ticketOf(row)) };
}
