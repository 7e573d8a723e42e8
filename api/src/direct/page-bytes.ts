/** Reads a page of a list as the bytes of its rows, of which each begins with its number and what the list is sorted by. */
import type { DataSource } from 'typeorm';
import type { Caller } from '../caller.js';
import { type KeysetBounds, type Page, type PageRequest, readPage } from '../database/keyset.js';
import { type RawRows, rawRows } from '../database/reads/raw-rows.js';
import type { RowBytes } from '../database/reads/row-bytes.js';
import { isoFromUtcText } from '../database/reads/text-rows.js';
import { askedBy, type ListPorts } from '../tickets/read/list-ports.js';
import type { TicketFilter } from '../tickets/read/ticket-filter.js';
import { positionIn, sortedField, type TicketOrder, TicketOrderField } from '../tickets/read/ticket-order.js';
import { countedListSql, listSql } from '../tickets/read/ticket-query.js';
import { descriptions } from '../tickets/read/ticket-rows.js';
import { Ticket } from '../tickets/ticket.entity.js';
import type { TicketService } from '../tickets/ticket.service.js';
import type { Layout } from './row-writer.js';
import { columnSql } from './ticket-values.js';

/** What the assembly gives. */
export type DirectSources = {
  readonly dataSource: DataSource;
  readonly lists: ListPorts;
  readonly tickets: Pick<TicketService, 'count'>;
};

export const numberAt = 0;
export const sortAt = 1;

export type AskedPage = {
  readonly filter: TicketFilter;
  readonly order: TicketOrder;
  readonly request: PageRequest;
  readonly columns: readonly string[];
  readonly wantsCount: boolean;
};

/** Its items are places of rows. */
export type PageBytes = {
  readonly rows: RowBytes;
  readonly page: Page<number>;
  /** How many the whole list holds; null where nobody wants to know, or nobody knows. */
  count(): Promise<number | null>;
};

/** The first columns of every row; the others come after them. */
export function leadingColumns(order: TicketOrder): readonly [string, string] {
  return [columnSql('number'), columnSql(sortedField(order))];
}

export function layoutOf(order: TicketOrder, columns: readonly string[]): Layout {
  const field = sortedField(order);
  const sortOf = (value: string | null) =>
    positionIn(order)({ number: 0, [field]: value } as unknown as Ticket).sort ?? '';
  const sort = {
    column: sortAt,
    kind: spelling[order.field] ?? ('spelt' as const),
    ifNull: sortOf(null),
    spell: sortOf,
  };
  return { columns: columns.length, key: numberAt, sort };
}

/** Of sort keys that a cursor spells as their column does. */
const spelling: Partial<Record<TicketOrderField, Layout['sort']['kind']>> = {
  [TicketOrderField.CREATED_AT]: 'instant',
  [TicketOrderField.UPDATED_AT]: 'instant',
  [TicketOrderField.WAITING_SINCE]: 'instant',
  [TicketOrderField.PRIORITY]: 'text',
};

/**
 * `hold` takes what must be released once all is written, or nothing is. Null for a search, which has a share of the
 * database of its own.
 */
export async function readPageBytes(
  { dataSource, lists, tickets }: DirectSources,
  caller: Caller,
  { filter, order, request, columns, wantsCount }: AskedPage,
  hold: (raw: RawRows) => void,
): Promise<PageBytes | null> {
  if (filter.search) return null;
  const asked = askedBy(caller, lists, filter);
  const selected = columns.join(', ');
  const { after, before, forward, limit } = request;
  const first = { after, before, reverse: !forward, limit: limit + 1 };
  const counted = wantsCount ? countedListSql(selected, asked, order, first) : null;
  const counting = wantsCount && !counted ? tickets.count(caller, filter) : null;
  // Its failure is met when it is awaited.
  counting?.catch(() => undefined);

  const read: RowBytes[] = [];
  const placesOf = async (bounds: KeysetBounds) => {
    const sql = (read.length === 0 && counted) || listSql(selected, asked, order, bounds);
    const raw = await rawRows(dataSource, sql);
    hold(raw);
    read.push(raw.rows);
    return raw.rows.places();
  };
  const positionOf = (place: number) => positionIn(order)(standing(read[0] as RowBytes, place, order));
  const page = await readPage({ rows: placesOf, positionOf }, request);
  const rows = read[0] as RowBytes;
  return {
    rows,
    page,
    async count() {
      if (!wantsCount) return null;
      const [some] = page.items;
      const known = counted && some !== undefined ? rows.text(some, columns.length) : null;
      return known === null ? (counting ?? tickets.count(caller, filter)) : Number(known);
    },
  };
}

/** As much of a ticket as tells where it stands in its list. */
export function standing(rows: RowBytes, place: number, order: TicketOrder): Ticket {
  const field = sortedField(order);
  const sort = rows.text(place, sortAt);
  const isText = sort === null || field === 'priority';
  const known = { number: Number(rows.text(place, numberAt)), [field]: isText ? sort : isoFromUtcText(sort) };
  return known as unknown as Ticket;
}

/**
 * By number, the descriptions that rows leave out in this column, for which room is held until the answer is over. Null
 * where a ticket is gone by now.
 */
export async function longDescriptions(
  { dataSource }: DirectSources,
  caller: Caller,
  {
    rows,
    places,
    column,
  }: { readonly rows: RowBytes; readonly places: readonly number[]; readonly column: number | null },
): Promise<ReadonlyMap<string, string> | null> {
  const missing = column === null ? [] : places.filter((place) => rows.isNull(place, column));
  if (missing.length === 0) return noTexts;
  const tickets = missing.map((place) => Object.assign(new Ticket(), { number: Number(rows.text(place, numberAt)) }));
  const isWhole = await descriptions.complete(caller, dataSource, tickets);
  return isWhole ? new Map(tickets.map(({ number, description }) => [String(number), description])) : null;
}

const noTexts: ReadonlyMap<string, string> = new Map();
