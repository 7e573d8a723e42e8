/** Answers one list of tickets of a document: reads its page as bytes, and writes it into the answer. */
import { type FieldNode, type GraphQLField, getArgumentValues } from 'graphql';
import type { Caller } from '../caller.js';
import type { Page } from '../database/keyset.js';
import type { RawRows } from '../database/reads/raw-rows.js';
import type { RowBytes } from '../database/reads/row-bytes.js';
import { type ConnectionArguments, cursorAt, pageRequest } from '../relay/connection.js';
import { filterOf } from '../tickets/graphql/assignment-ids.js';
import type { TicketFilterInput } from '../tickets/graphql/ticket-filter.inputs.js';
import { isPositionIn, newestFirst, type TicketOrder } from '../tickets/read/ticket-order.js';
import type { JsonBytes } from './json-bytes.js';
import type { ListShape, PageFact } from './list-shape.js';
import { type DirectSources, layoutOf, leadingColumns, longDescriptions, readPageBytes } from './page-bytes.js';
import { type Found, type RowWriter, rowWriter } from './row-writer.js';
import type { Reference } from './ticket-values.js';

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

type Ordered = { readonly columns: readonly string[]; readonly writers: readonly (RowWriter | null)[] };

type Read = {
  readonly rows: RowBytes;
  readonly places: readonly number[];
  readonly found: Found;
  readonly count: number | null;
  readonly facts: readonly (boolean | string | null)[];
  readonly writers: readonly (RowWriter | null)[];
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
    const { columns, writers } = this.#orderedBy(order);
    const asked = { filter, order, request, columns, wantsCount: this.#wantsCount };
    const read = await readPageBytes(this.sources, caller, asked, hold);
    if (!read) return null;
    const { rows, page } = read;
    const places = page.items;
    const longTexts = await longDescriptions(this.sources, caller, { rows, places, column: this.shape.longTextColumn });
    const references = await this.#references(loaders, rows, places);
    if (!longTexts || !references) return null;
    const count = await read.count();
    const facts = await Promise.all(this.#facts.map((fact) => factOf(page, fact)));
    return (out) => this.#write(out, { rows, places, found: { longTexts, references }, count, facts, writers });
  }

  #write(out: JsonBytes, { rows, places, found, count, facts, writers }: Read): void {
    let fact = 0;
    this.shape.pieces.forEach(({ piece }, index) => {
      out.literal(this.#befores[index] as Buffer);
      if (piece.kind === 'count') out.json(String(count));
      else if (piece.kind === 'fact') out.json(JSON.stringify(facts[fact++]));
      else {
        const write = writers[index] as RowWriter;
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
    const [, , ...asked] = this.shape.columns;
    const columns = [...leadingColumns(order), ...asked];
    const layout = layoutOf(order, columns);
    const writers = this.shape.pieces.map(({ piece }) =>
      piece.kind === 'rows' ? rowWriter(piece.steps, piece.after, layout) : null,
    );
    const ordered = { columns, writers };
    this.#ordered.set(name, ordered);
    return ordered;
  }

  /** By key, what is shown of the people and teams of a page. Null where one of them cannot be written. */
  async #references(
    loaders: DirectContext['loaders'],
    rows: RowBytes,
    places: readonly number[],
  ): Promise<Map<string, Buffer>[] | null> {
    const loading = this.shape.references.map(async ({ name, column, write }) => {
      const keys = new Set(places.flatMap((place) => rows.text(place, column) ?? []));
      return Promise.all(
        [...keys].map(async (key) => {
          const object = await loaders[loaderOf[name]].load(Number(key));
          return [key, object ? write(object) : 'null'] as const;
        }),
      );
    });
    const all: Map<string, Buffer>[] = [];
    for (const shown of await Promise.all(loading)) {
      if (shown.some(([, json]) => json === null)) return null;
      all.push(new Map(shown.map(([key, json]) => [key, Buffer.from(json ?? '')])));
    }
    return all;
  }
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
