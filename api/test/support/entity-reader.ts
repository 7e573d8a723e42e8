import type { DataSource } from 'typeorm';
import type { Caller } from '../../src/caller.js';
import { type KeysetBounds, type Page, type PageRequest, type Position, readPage } from '../../src/database/keyset.js';
import { TicketPriority } from '../../src/tickets/fields/ticket-values.js';
import { searchWords, type TicketFilter } from '../../src/tickets/read/ticket-filter.js';
import {
  newestFirst,
  OrderDirection,
  type TicketOrder,
  TicketOrderField,
} from '../../src/tickets/read/ticket-order.js';
import type { CountedPage, TicketReader } from '../../src/tickets/read/ticket-reader.js';
import { Ticket } from '../../src/tickets/ticket.entity.js';

/**
 * What TicketReader answers, the plain way: all tickets as TypeORM's entities, chosen and ordered in memory. Slow, and
 * without any of the statements, text rows and counters of the fast way.
 */
export class EntityReader
  implements Pick<TicketReader, 'get' | 'getMany' | 'page' | 'countedPage' | 'stream' | 'count'>
{
  constructor(private readonly dataSource: DataSource) {}

  async get(_caller: Caller, number: number): Promise<Ticket | null> {
    return this.dataSource.getRepository(Ticket).findOneBy({ number });
  }

  async getMany(_caller: Caller, numbers: readonly number[]): Promise<Ticket[]> {
    return (await this.all()).filter(({ number }) => numbers.includes(number));
  }

  page(_caller: Caller, filter: TicketFilter, order: TicketOrder, request: PageRequest): Promise<Page<Ticket>> {
    const positionOf = (ticket: Ticket): Position => ({ sort: sortOf(ticket, order), number: ticket.number });
    const rows = async (bounds: KeysetBounds) => cut(await this.list(filter, order), bounds);
    return readPage({ rows, positionOf }, request);
  }

  async countedPage(
    caller: Caller,
    filter: TicketFilter,
    order: TicketOrder,
    request: PageRequest,
  ): Promise<CountedPage> {
    return { page: await this.page(caller, filter, order, request), count: await this.count(caller, filter) };
  }

  async *stream(_caller: Caller, filter: TicketFilter, order: TicketOrder = newestFirst): AsyncGenerator<Ticket[]> {
    const tickets = await this.list(filter, order);
    if (tickets.length > 0) yield tickets;
  }

  async count(_caller: Caller, filter: TicketFilter): Promise<number> {
    return (await this.list(filter, newestFirst)).length;
  }

  private all(): Promise<Ticket[]> {
    return this.dataSource.getRepository(Ticket).find();
  }

  private async list(filter: TicketFilter, order: TicketOrder): Promise<Ticket[]> {
    const sign = order.direction === OrderDirection.ASC ? 1 : -1;
    const matches = (await this.all()).filter((ticket) => isMatch(ticket, filter));
    return matches.sort((one, other) => sign * (rank(one, order) - rank(other, order) || one.number - other.number));
  }
}

const propertyOf = {
  [TicketOrderField.CREATED_AT]: 'createdAt',
  [TicketOrderField.UPDATED_AT]: 'updatedAt',
  [TicketOrderField.PRIORITY]: 'priority',
  [TicketOrderField.WAITING_SINCE]: 'waitingSince',
  [TicketOrderField.URGENCY]: 'priority',
} as const satisfies Record<TicketOrderField, keyof Ticket>;

const levels = Object.values(TicketPriority);

/** Whoever waits for nothing comes last, whichever way the list runs. */
function sortOf(ticket: Ticket, { field, direction }: TicketOrder): string {
  return ticket[propertyOf[field]] ?? (direction === OrderDirection.ASC ? 'infinity' : '-infinity');
}

function rank(ticket: Ticket, order: TicketOrder): number {
  if (order.field === TicketOrderField.PRIORITY) return levels.indexOf(ticket.priority);
  if (order.field === TicketOrderField.URGENCY) return -levels.indexOf(ticket.priority);
  const value = sortOf(ticket, order);
  if (value === 'infinity') return Number.MAX_SAFE_INTEGER;
  return value === '-infinity' ? Number.MIN_SAFE_INTEGER : Date.parse(value);
}

function isMatch(ticket: Ticket, { category, priority, status, search, createdAt }: TicketFilter): boolean {
  const isAny = <T>(allowed: readonly T[] | null | undefined, value: T) => !allowed?.length || allowed.includes(value);
  const text = fold(`${ticket.title} ${ticket.description}`);
  return (
    isAny(category, ticket.category) &&
    isAny(priority, ticket.priority) &&
    isAny(status, ticket.status) &&
    searchWords(search).every((word) => text.includes(fold(word))) &&
    (!createdAt?.from || Date.parse(ticket.createdAt) >= Date.parse(createdAt.from)) &&
    (!createdAt?.to || Date.parse(ticket.createdAt) < Date.parse(createdAt.to))
  );
}

/** Enough for what the tests search for; fold.test.ts compares the real rules. */
const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The rows strictly between two positions, which are rows of the list themselves. */
function cut(tickets: Ticket[], { after, before, reverse, limit }: KeysetBounds): Ticket[] {
  const indexOf = (position: Position | null) => tickets.findIndex(({ number }) => number === position?.number);
  const between = tickets.slice(after ? indexOf(after) + 1 : 0, before ? indexOf(before) : undefined);
  return (reverse ? between.toReversed() : between).slice(0, limit);
}
