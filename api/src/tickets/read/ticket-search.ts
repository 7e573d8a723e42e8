/**
 * Finds the first matches of a search in list order. There are two ways, and neither is good for all words: reading
 * the list until enough rows match (good for common words) and asking the trigram index for every match (good for
 * rare ones). The planner guesses wrong by factors of a thousand, so the words themselves are measured: first on the
 * newest tickets, which often is the answer already, then on a random sample, which tells what each way would cost.
 */
import type { DataSource } from 'typeorm';
import type { KeysetBounds } from '../../database/keyset.js';
import { readQuery } from '../../database/reads/standby.js';
import { type TextRow, textRows } from '../../database/reads/text-rows.js';
import type { AskedFilter } from './list-ports.js';
import { searchWords, type TicketFilter } from './ticket-filter.js';
import type { TicketOrder } from './ticket-order.js';
import { countCellsSql, indexedSearchSql, sampleSql, windowSql } from './ticket-query.js';
import { ticketReference } from './ticket-reference.js';

const firstWindow = 500;
const windowGrowth = 5;
const lastWindow = 256_000;

const sampleSize = 1_000;

/** The trigram index has no entry for shorter words. */
const shortestIndexedWord = 3;

/** What it takes to read one ticket of the list and one match that the index found, relative to each other; measured. */
const cost = { listed: 4, indexed: 10 };

export type SearchQuery = {
  readonly columns: string;
  readonly filter: AskedFilter;
  readonly order: TicketOrder;
  readonly bounds: KeysetBounds;
};

export async function searchRows(dataSource: DataSource, query: SearchQuery): Promise<readonly TextRow[]> {
  const { columns, filter, order, bounds } = query;
  const { search, alsoIn = [] } = filter;
  for (let size = firstWindow; ; size *= windowGrowth) {
    // Each window holds the ones before: read as a sequel it would repeat or miss a row where tickets came or went meanwhile.
    const isWhole = size > lastWindow;
    const rows = await textRows(dataSource, windowSql(columns, filter, order, bounds, isWhole ? null : size));
    if (rows.length === bounds.limit || isWhole) return rows;
    if (size > firstWindow || !isIndexed(search)) continue;
    if (favoursIndex(await matchingShare(dataSource, { ...unfiltered(filter), search, alsoIn }), bounds.limit)) {
      return textRows(dataSource, indexedSearchSql(columns, filter, order, bounds));
    }
  }
}

type Share = { readonly share: number; readonly total: number };

/** What part of all tickets match, by a random sample. */
export async function matchingShare(dataSource: DataSource, filter: AskedFilter): Promise<Share> {
  const total = await totalOf(dataSource, filter);
  const percent = Math.min(100, (100 * sampleSize) / Math.max(1, total));
  const { text, values } = sampleSql(filter, percent);
  const [sample] = await readQuery<{ seen: number; hits: number }[]>(dataSource, text, values);
  // One more than was seen: what the sample missed is rare, but not absent.
  return { share: sample ? Math.min(1, (sample.hits + 1) / (sample.seen + 1)) : 1, total };
}

function isIndexed(search: TicketFilter['search']): boolean {
  const reference = ticketReference(search);
  const compared = reference ? [reference.words] : searchWords(search);
  return compared.some((words) => words.length >= shortestIndexedWord);
}

function favoursIndex({ share, total }: Share, wanted: number): boolean {
  return share * total * cost.indexed < (wanted / share) * cost.listed;
}

async function totalOf(dataSource: DataSource, filter: AskedFilter): Promise<number> {
  const counted = countCellsSql(unfiltered(filter));
  const [row] = counted ? await readQuery<{ count: number }[]>(dataSource, counted.text, counted.values) : [];
  return row?.count ?? 0;
}

/** All tickets, counted where this filter's are. */
function unfiltered({ counters }: AskedFilter): AskedFilter {
  return { conditions: [], counters };
}
