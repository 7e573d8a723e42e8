/**
 * Texts that people wrote are short, but may be long: a page of the longest is a hundred megabytes. So lists read short
 * ones with their rows and leave long ones out, and what was left out follows here, no more at once than there is room.
 */
import type { DataSource, EntityManager } from 'typeorm';
import type { Caller } from '../../caller.js';
import { type TextRow, textRows, textRowsIn } from './text-rows.js';
import { textsInFlight } from './texts-in-flight.js';
import { Turns } from './turns.js';

/** The most bytes of a text that is read with its row, which is what PostgreSQL keeps in one, too. */
const shortLength = 2_000;

/** The most bytes of texts that one statement reads and one write sends, where a single text is not longer. */
export const groupBytes = 2 ** 18;

/** The text of a row, or null where it is long. A text that is kept apart is not read to tell its length. */
export function shortText(column: string): string {
  return `case when octet_length(${column}) <= ${shortLength} then ${column} end`;
}

const fewGroups = 4;

/** How many streams read at once, in this process. All others wait for one of them, and nobody else does. */
const streamTurns = new Turns(3);

/** For what a stream reads: a batch, and the texts of one. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  return streamTurns.take(work);
}

type Column<Item> = {
  readonly table: string;
  readonly column: string;
  /** Of the row's key, an integer. */
  readonly keyColumn: string;
  keyOf(item: Item): number;
  textOf(item: Item): string | null | undefined;
  setText(item: Item, text: string | undefined): void;
};

type Group<Item> = { readonly items: Item[]; bytes: number };

export class LongTexts<Item> {
  constructor(private readonly column: Column<Item>) {}

  isMissing(item: Item): boolean {
    return this.column.textOf(item) == null;
  }

  /**
   * Completes rows of which all are needed together, and holds room for them until the caller has the answer.
   * Answers false where a row is gone by now.
   */
  async complete(caller: Caller, database: DataSource | EntityManager, items: readonly Item[]): Promise<boolean> {
    const missing = items.filter((item) => this.isMissing(item));
    if (missing.length === 0) return true;
    const groups = this.#groups(missing, await this.#lengths(database, missing));
    await textsInFlight.take(
      caller,
      groups.reduce((sum, { bytes }) => sum + bytes, 0),
    );
    for (const group of groups) await this.#fill(database, group.items);
    return !missing.some((item) => this.isMissing(item));
  }

  /** The same rows in groups, for answers that are sent as they are read; rows that are gone by now are left out. */
  async *inGroups(caller: Caller, database: DataSource, items: readonly Item[]): AsyncGenerator<Item[]> {
    const missing = items.filter((item) => this.isMissing(item));
    const lengths = missing.length > 0 ? await this.#lengths(database, missing) : new Map<number, number>();
    const groups = this.#groups(items, lengths);
    // A page of a few must not wait for those who read all.
    const fill = groups.length <= fewGroups ? this.#fill.bind(this) : this.#fillInTurn.bind(this);
    for (const { items: group, bytes } of groups) {
      const release = await textsInFlight.take(caller, bytes);
      try {
        await fill(database, group);
        yield missing.length > 0 ? group.filter((item) => !this.isMissing(item)) : group;
      } finally {
        release();
        // Sent by now: a batch must not come to hold all of its texts.
        for (const item of group) if (lengths.has(this.column.keyOf(item))) this.column.setText(item, undefined);
      }
    }
  }

  #groups(items: readonly Item[], lengths: ReadonlyMap<number, number>): Group<Item>[] {
    const groups: Group<Item>[] = [];
    for (const item of items) {
      const bytes = this.column.textOf(item)?.length ?? lengths.get(this.column.keyOf(item)) ?? 0;
      const last = groups.at(-1);
      if (last && last.bytes + bytes <= groupBytes) {
        last.items.push(item);
        last.bytes += bytes;
      } else groups.push({ items: [item], bytes });
    }
    return groups;
  }

  async #lengths(database: DataSource | EntityManager, items: readonly Item[]): Promise<Map<number, number>> {
    const rows = await this.#rows(database, items, (column) => `octet_length(${column})`);
    return new Map(rows.map(([key, length]) => [Number(key), Number(length)]));
  }

  async #fill(database: DataSource | EntityManager, items: readonly Item[]): Promise<void> {
    const missing = items.filter((item) => this.isMissing(item));
    if (missing.length === 0) return;
    const rows = await this.#rows(database, missing, (column) => column);
    const texts = new Map(rows.map(([key, text]) => [Number(key), text]));
    for (const item of missing) {
      const text = texts.get(this.column.keyOf(item));
      if (text != null) this.column.setText(item, text);
    }
  }

  async #fillInTurn(database: DataSource, items: readonly Item[]): Promise<void> {
    if (items.some((item) => this.isMissing(item))) await inTurn(() => this.#fill(database, items));
  }

  #rows(
    database: DataSource | EntityManager,
    items: readonly Item[],
    wanted: (column: string) => string,
  ): Promise<readonly TextRow[]> {
    const { table, column, keyColumn, keyOf } = this.column;
    const text = `select ${keyColumn}, ${wanted(column)} from ${table} where ${keyColumn} = any($1::bigint[])`;
    const query = { text, values: [items.map(keyOf)] };
    return 'createQueryRunner' in database ? textRows(database, query) : textRowsIn(database, query);
  }
}
