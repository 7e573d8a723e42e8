/**
 * A search where statements cannot be interrupted: the list is walked in windows so small, in rows and in bytes of text,
 * that whoever else asks something waits for one of them at most. Between two windows tickets come, go and change
 * places; what changed since the first one is looked at again in the end, so no match is missed or shown twice.
 */
import type { DataSource } from 'typeorm';
import type { KeysetBounds, Position } from '../../database/keyset.js';
import { type TextRow, textRows } from '../../database/reads/text-rows.js';
import type { AskedFilter } from './list-ports.js';
import { isIndexed } from './search-conditions.js';
import { favoursIndex, matchingShare, sampleSize, unfiltered } from './search-sample.js';
import type { SearchTime } from './search-share.js';
import type { TicketOrder } from './ticket-order.js';
import { changedSql, indexedNumbersSql, numbersSql, type Sql, walkSql } from './ticket-query.js';

export type SearchQuery = {
  /** The number first. */
  readonly columns: string;
  readonly filter: AskedFilter;
  readonly order: TicketOrder;
  readonly bounds: KeysetBounds;
  positionOf(row: TextRow): Position;
};

/** What one window may hold: it grows and shrinks to take its time. */
const windowMs = 20;
const rowsOf = { first: 500, fewest: 100, most: 4_000 };
const bytesOf = { first: 2 ** 19, fewest: 2 ** 16, most: 2 ** 22 };

/** So many bytes of text at the most are read for a sample. */
const sampleBytes = 2 ** 20;

/** So many bytes of matches at the most are read by way of the index in one statement. */
const indexedBytes = 2 ** 21;
const indexedMatches = { fewest: 50, most: 2_000 };

type Window = {
  readonly matches: TextRow[];
  readonly last: TextRow | undefined;
  readonly read: number;
  readonly bytes: number;
  readonly isEnd: boolean;
};

export async function walkMatches(
  dataSource: DataSource,
  query: SearchQuery,
  time: SearchTime,
): Promise<readonly TextRow[]> {
  const { columns, filter, order, bounds } = query;
  const began = await now(dataSource);
  const found: TextRow[] = [];
  let walked = 0;
  for await (const window of windows(dataSource, query, time)) {
    found.push(...window.matches);
    const isEnough = found.length >= bounds.limit;
    if (isEnough || window.isEnd) {
      if (walked === 0) break;
      const reached = window.isEnd || !window.last ? null : query.positionOf(window.last);
      return settled(dataSource, query, { began, found, reached });
    }
    const numbers = walked++ === 0 ? await allByIndex(dataSource, query, window, time) : null;
    if (numbers) return textRows(dataSource, numbersSql(columns, filter, order, bounds, numbers));
  }
  return found.slice(0, bounds.limit);
}

/** How many match, or null where they are more than `highest`. */
export async function walkCount(
  dataSource: DataSource,
  query: SearchQuery,
  highest: number,
  time: SearchTime,
): Promise<number | null> {
  let count = 0;
  let walked = 0;
  for await (const window of windows(dataSource, query, time)) {
    count += window.matches.length;
    if (window.isEnd) return count;
    if (count > highest) return null;
    const numbers = walked++ === 0 ? await allByIndex(dataSource, query, window, time) : null;
    if (!numbers) continue;
    const { filter, order, bounds } = query;
    const all = { ...bounds, limit: numbers.length };
    return (await textRows(dataSource, numbersSql('ticket.number', filter, order, all, [...new Set(numbers)]))).length;
  }
  return count;
}

async function* windows(dataSource: DataSource, query: SearchQuery, time: SearchTime): AsyncGenerator<Window> {
  const { columns, filter, order } = query;
  let { bounds } = query;
  let rows = rowsOf.first;
  let mostBytes = bytesOf.first;
  for (;;) {
    time.check();
    const start = performance.now();
    const answered = await textRows(dataSource, walkSql(columns, filter, order, bounds, { rows, bytes: mostBytes }));
    const window = windowOf(answered, { rows, bytes: mostBytes });
    yield window;
    if (window.isEnd || !window.last) return;
    bounds = beyond(bounds, query.positionOf(window.last));
    const pace = Math.min(4, Math.max(0.5, windowMs / (performance.now() - start)));
    rows = within(rowsOf, Math.round(rows * pace));
    mostBytes = within(bytesOf, Math.round(mostBytes * pace));
  }
}

/** Each row ends with whether it matches, how many were read up to it, and of how many bytes of text. */
function windowOf(answered: readonly TextRow[], asked: { rows: number; bytes: number }): Window {
  const last = answered.at(-1);
  const [read, bytes] = last ? [Number(last.at(-2)), Number(last.at(-1))] : [0, 0];
  const matches = answered.filter((row) => row.at(-3) === 't');
  return { matches, last, read, bytes, isEnd: !last || (read < asked.rows && bytes < asked.bytes) };
}

/** The bounds of what comes after a row. */
function beyond(bounds: KeysetBounds, position: Position): KeysetBounds {
  return bounds.reverse ? { ...bounds, before: position } : { ...bounds, after: position };
}

/** The numbers of all matches, or null where the list leads to the first ones sooner; a window tells how long texts are. */
async function allByIndex(
  dataSource: DataSource,
  { filter, bounds }: SearchQuery,
  { read, bytes }: Window,
  time: SearchTime,
): Promise<number[] | null> {
  const { search, alsoIn = [] } = filter;
  if (!isIndexed(search)) return null;
  const bytesOfRow = Math.max(1, bytes / Math.max(1, read));
  // Too few long texts fit in a sample to say anything.
  const size = Math.floor(sampleBytes / bytesOfRow);
  if (size >= sampleSize) {
    time.check();
    const sampled = (query: Sql) => textRows(dataSource, query);
    const share = await matchingShare(sampled, { ...unfiltered(filter), search, alsoIn });
    if (!favoursIndex(share, bounds.limit)) return null;
  }
  time.check();
  const most = within(indexedMatches, Math.floor(indexedBytes / bytesOfRow));
  const rows = await textRows(dataSource, indexedNumbersSql(filter, most));
  return rows.length < most ? rows.map(([number]) => Number(number)) : null;
}

type Walked = {
  readonly began: string;
  readonly found: readonly TextRow[];
  /** Where the walk ended; null at the end of the list. */
  readonly reached: Position | null;
};

/** What was found, as it stands now. */
async function settled(
  dataSource: DataSource,
  { columns, filter, order, bounds }: SearchQuery,
  { began, found, reached }: Walked,
): Promise<readonly TextRow[]> {
  const changed = await textRows(dataSource, changedSql(filter, order, { start: bounds, reached }, began));
  if (changed.length === 0) return found.slice(0, bounds.limit);
  const isMatch = new Map(changed.map(([number, matches]) => [number, matches === 't']));
  const numbers = [
    ...found.flatMap(([number = null]) => (isMatch.has(number) ? [] : Number(number))),
    ...[...isMatch].flatMap(([number, matches]) => (matches ? Number(number) : [])),
  ];
  return textRows(dataSource, numbersSql(columns, filter, order, bounds, numbers));
}

async function now(dataSource: DataSource): Promise<string> {
  const [row] = await textRows(dataSource, { text: 'select now()', values: [] });
  return row?.[0] as string;
}

function within({ fewest, most }: { fewest: number; most: number }, wanted: number): number {
  return Math.min(most, Math.max(fewest, wanted));
}
