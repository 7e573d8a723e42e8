/** Answers one list of tickets of a document: reads its page as bytes, and writes it into the answer. */
import { type FieldNode, type GraphQLField, getArgumentValues } from 'graphql';
import type { DataSource } from 'typeorm';
import type { Caller } from '../caller.js';
import { type KeysetBounds, type Page, readPage } from '../database/keyset.js';
import { type RawRows, rawRows } from '../database/reads/raw-rows.js';
import type { RowBytes } from '../database/reads/row-bytes.js';
import { isoFromUtcText } from '../database/reads/text-rows.js';
import { type ConnectionArguments, cursorAt, pageRequest } from '../relay/connection.js';
import { filterOf } from '../tickets/graphql/assignment-ids.js';
import type { TicketFilterInput } from '../tickets/graphql/ticket.inputs.js';
import { askedBy, type ListPorts } from '../tickets/read/list-ports.js';
import { isPositionIn, newestFirst, positionIn, sortedField, type TicketOrder } from '../tickets/read/ticket-order.js';
import { countedListSql, listSql } from '../tickets/read/ticket-query.js';
import { descriptions } from '../tickets/read/ticket-rows.js';
import { Ticket } from '../tickets/ticket.entity.js';
import type { TicketService } from '../tickets/ticket.service.js';
import type { JsonBytes } from './json-bytes.js';
import { type ListShape, numberAt, type PageFact, sortAt } from './list-shape.js';
import { type Found, type Layout, type RowWriter, rowWriter } from './row-writer.js';
import { columnSql, type Reference } from './ticket-values.js';

/** What the assembly gives. */
export type DirectSources = {
  readonly dataSource: DataSource;
  readonly lists: ListPorts;
  readonly tickets: Pick<TicketService, 'count'>;
};

/** Of a request's context. */
export type DirectContext = {
  readonly caller: Caller;
  readonly loaders: Readonly<Record<'user' | 'team' | 'requester', { load(key: number): Promise<object | null> }>>;
};

const loaderOf = { assignee: 'user', team: 'team', requester: 'requester' } as const satisfies Record<
  Reference,
  string
>;

/** Writes what was read. Null: the ordinary way must answer. */
export type Written = ((out: JsonBytes) => void) | null;

type Arguments = ConnectionArguments & {
  readonly filter?: TicketFilterInput | null;
  readonly orderBy?: TicketOrder | null;
};

type Ordered = {
  readonly columns: string;
  readonly writers: readonly (RowWriter | null)[];
  readonly toPosition: ReturnType<typeof positionIn>;
};

export class ListPlan {
  readonly #ordered = new Map<string, Ordered>();
  readonly #befores: readonly Buffer[];
  readonly #after: Buffer;
  readonly #wantsCount: boolean;
  readonly #facts: readonly PageFact[];

  constructor(
    private readonly sources: DirectSources,
    readonly shape: ListShape,
    private readonly field: GraphQLField<unknown, unknown>,
    private readonly node: FieldNode,
  ) {
    this.#befores = shape.pieces.map(({ before }) => Buffer.from(before));
    this.#after = Buffer.from(shape.after);
    this.#wantsCount = shape.pieces.some(({ piece }) => piece.kind === 'count');
    this.#facts = shape.pieces.flatMap(({ piece }) => (piece.kind === 'fact' ? piece.fact : []));
  }

  /** `hold` takes what must be released once all is written, or nothing is. */
  async read(
    { caller, loaders }: DirectContext,
    variables: Readonly<Record<string, unknown>>,
    hold: (raw: RawRows) => void,
  ): Promise<Written> {
    const args = getArgumentValues(this.field, this.node, variables) as Arguments;
    const order = args.orderBy ?? newestFirst;
    const request = pageRequest(args, isPositionIn(order));
    const filter = args.filter ? filterOf(caller, args.filter) : {};
    // Searches have a share of the database of their own.
    if (filter.search) return null;
    const { dataSource, lists, tickets } = this.sources;
    const asked = askedBy(caller, lists, filter);
    const ordered = this.#orderedBy(order);
    const first = { after: request.after, before: request.before, reverse: !request.forward, limit: request.limit + 1 };
    const counted = this.#wantsCount ? countedListSql(ordered.columns, asked, order, first) : null;
    const counting = this.#wantsCount && !counted ? tickets.count(caller, filter) : null;
    // Its failure is met when it is awaited.
    counting?.catch(() => undefined);

    let page: RowBytes | null = null;
    const places = async (bounds: KeysetBounds) => {
      const sql = page === null && counted ? counted : listSql(ordered.columns, asked, order, bounds);
      const raw = await rawRows(dataSource, sql);
      hold(raw);
      page ??= raw.rows;
      return raw.rows.places();
    };
    const positionOf = (place: number) => ordered.toPosition(ticketAt(page as unknown as RowBytes, place, order));
    const shown = await readPage({ rows: places, positionOf }, request);
    const rows = page as unknown as RowBytes;
    const longTexts = await this.#longTexts(caller, rows, shown.items);
    const references = await this.#references(loaders, rows, shown.items);
    if (!longTexts || !references) return null;
    const known = counted && shown.items[0] !== undefined ? rows.text(shown.items[0], this.shape.columns.length) : null;
    const count =
      known !== null ? Number(known) : this.#wantsCount ? await (counting ?? tickets.count(caller, filter)) : null;
    const facts = await Promise.all(this.#facts.map((fact) => factOf(shown, fact)));
    return (out) =>
      this.#write(out, { rows, places: shown.items, found: { longTexts, references }, count, facts, ordered });
  }

  #write(
    out: JsonBytes,
    {
      rows,
      places,
      found,
      count,
      facts,
      ordered,
    }: {
      rows: RowBytes;
      places: readonly number[];
      found: Found;
      count: number | null;
      facts: readonly unknown[];
      ordered: Ordered;
    },
  ): void {
    let fact = 0;
    this.shape.pieces.forEach(({ piece }, index) => {
      out.literal(this.#befores[index] as Buffer);
      if (piece.kind === 'count') out.json(String(count));
      else if (piece.kind === 'fact') out.json(JSON.stringify(facts[fact++]));
      else {
        const write = ordered.writers[index] as RowWriter;
        for (let at = 0; at < places.length; at++) {
          if (at > 0) out.comma();
          write(out, rows, places[at] as number, found);
        }
      }
    });
    out.literal(this.#after);
  }

  #orderedBy(order: TicketOrder): Ordered {
    const name = `${order.field} ${order.direction}`;
    const known = this.#ordered.get(name);
    if (known) return known;
    const toPosition = positionIn(order);
    const field = sortedField(order);
    const [, , ...asked] = this.shape.columns;
    const layout: Layout = {
      columns: this.shape.columns.length,
      key: numberAt,
      sort: {
        column: sortAt,
        kind: field === 'priority' ? 'text' : 'instant',
        ifNull: toPosition({ number: 0, [field]: null } as unknown as Ticket).sort ?? '',
      },
    };
    const writers = this.shape.pieces.map(({ piece }) =>
      piece.kind === 'rows' ? rowWriter(piece.steps, piece.after, layout) : null,
    );
    const ordered = { columns: [columnSql('number'), columnSql(field), ...asked].join(', '), writers, toPosition };
    this.#ordered.set(name, ordered);
    return ordered;
  }

  /** By number, those that rows leave out. Null where a ticket is gone by now. */
  async #longTexts(caller: Caller, rows: RowBytes, places: readonly number[]): Promise<Map<string, string> | null> {
    const column = this.shape.longTextColumn;
    const missing = column === null ? [] : places.filter((place) => rows.isNull(place, column));
    if (missing.length === 0) return noTexts;
    const tickets = missing.map((place) => Object.assign(new Ticket(), { number: Number(rows.text(place, numberAt)) }));
    const isWhole = await descriptions.complete(caller, this.sources.dataSource, tickets);
    return isWhole ? new Map(tickets.map(({ number, description }) => [String(number), description])) : null;
  }

  /** By key, what is shown of the people and teams of a page. Null where one of them cannot be written. */
  async #references(
    loaders: DirectContext['loaders'],
    rows: RowBytes,
    places: readonly number[],
  ): Promise<Map<string, Buffer>[] | null> {
    const all: Map<string, Buffer>[] = [];
    const loading = this.shape.references.map(async ({ name, column, write }) => {
      const keys = new Set(places.flatMap((place) => rows.text(place, column) ?? []));
      return Promise.all(
        [...keys].map(async (key) => {
          const object = await loaders[loaderOf[name]].load(Number(key));
          return [key, object ? write(object) : 'null'] as const;
        }),
      );
    });
    for (const shown of await Promise.all(loading)) {
      if (shown.some(([, json]) => json === null)) return null;
      all.push(new Map(shown.map(([key, json]) => [key, Buffer.from(json ?? '')])));
    }
    return all;
  }
}

const noTexts = new Map<string, string>();

/** As much of a ticket as tells where it stands in its list. */
function ticketAt(rows: RowBytes, place: number, order: TicketOrder): Ticket {
  const sort = rows.text(place, sortAt);
  const isInstant = sortedField(order) !== 'priority';
  return {
    number: Number(rows.text(place, numberAt)),
    [sortedField(order)]: sort !== null && isInstant ? isoFromUtcText(sort) : sort,
  } as unknown as Ticket;
}

function factOf(page: Page<number>, fact: PageFact): Promise<boolean> | string | null {
  switch (fact) {
    case 'hasNextPage':
      return page.hasNext();
    case 'hasPreviousPage':
      return page.hasPrevious();
    case 'startCursor':
      return cursorAt(page, 0);
    case 'endCursor':
      return cursorAt(page, page.items.length - 1);
  }
}
