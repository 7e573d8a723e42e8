/**
 * Keyset paging: a page is named by the row it starts after, never by how many rows come before it, so page 10,000 costs
 * what page 1 costs and rows that are inserted or deleted meanwhile neither repeat nor hide others. Rows are compared as
 * a whole, `(sort, number) < ($1, $2)`, because that form and no other becomes one index range.
 */

/** Where a row stands in its order: the sort key as text, where there is one, and the unique number that breaks ties. */
export type Position = { readonly sort: string | null; readonly number: number };

/** One direction of a page and its bounds. `forward` takes the first rows after the start, backward the last ones before the end. */
export type PageRequest = {
  readonly limit: number;
  readonly forward: boolean;
  readonly after: Position | null;
  readonly before: Position | null;
};

export type Page<T> = {
  readonly items: readonly T[];
  positionOf(item: T): Position;
  /** True facts, asked of the database only when somebody wants to know them. */
  hasNext(): Promise<boolean>;
  hasPrevious(): Promise<boolean>;
};

export type KeysetBounds = {
  readonly after: Position | null;
  readonly before: Position | null;
  readonly reverse: boolean;
  readonly limit: number;
};

/** What the rows of one list can be asked: those strictly between two positions, in list order or against it. */
export type KeysetSource<T> = {
  rows(bounds: KeysetBounds): Promise<T[]>;
  positionOf(item: T): Position;
};

export async function readPage<T>(source: KeysetSource<T>, request: PageRequest): Promise<Page<T>> {
  const { limit, forward, after, before } = request;
  // One row more than the page shows tells whether anything follows.
  const rows = await source.rows({ after, before, reverse: !forward, limit: limit + 1 });
  const isMore = rows.length > limit;
  const items = rows.slice(0, limit);
  if (!forward) items.reverse();
  const first = items[0];
  const last = items.at(-1);
  const exists = async (bounds: { after: Position | null; before: Position | null }, reverse: boolean) =>
    (await source.rows({ ...bounds, reverse, limit: 1 })).length > 0;
  return {
    items,
    positionOf: source.positionOf,
    async hasNext() {
      if (forward && isMore) return true;
      // A window without an end reaches to the end of the list.
      return before !== null && exists({ after: last ? source.positionOf(last) : after, before: null }, false);
    },
    async hasPrevious() {
      if (!forward && isMore) return true;
      return after !== null && exists({ after: null, before: first ? source.positionOf(first) : before }, true);
    },
  };
}
