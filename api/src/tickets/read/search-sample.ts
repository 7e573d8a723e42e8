/** What a random sample of tickets says about the words of a search, and so which way to their matches is the shorter one. */
import type { TextRow } from '../../database/reads/text-rows.js';
import type { AskedFilter } from './list-ports.js';
import { countCellsSql, type Sql, sampleSql } from './ticket-query.js';

export const sampleSize = 1_000;

/** What it takes to read one ticket of the list and one match that the index found, relative to each other; measured. */
const cost = { listed: 4, indexed: 10 };

export type Read = (query: Sql) => Promise<readonly TextRow[]>;

export type Share = { readonly share: number; readonly total: number };

/** What part of all tickets match, by a random sample. */
export async function matchingShare(read: Read, filter: AskedFilter): Promise<Share> {
  const counted = countCellsSql(unfiltered(filter));
  const total = counted ? await numberIn(read, counted) : 0;
  const percent = Math.min(100, (100 * sampleSize) / Math.max(1, total));
  const [sample] = await read(sampleSql(filter, percent));
  // One more than was seen: what the sample missed is rare, but not absent.
  return { share: sample ? Math.min(1, (Number(sample[1]) + 1) / (Number(sample[0]) + 1)) : 1, total };
}

/** Whether the index leads to the first matches sooner than the list does. */
export function favoursIndex({ share, total }: Share, wanted: number): boolean {
  return share * total * cost.indexed < (wanted / share) * cost.listed;
}

export async function numberIn(read: Read, query: Sql): Promise<number> {
  const [row] = await read(query);
  return Number(row?.[0] ?? 0);
}

/** All tickets, counted where this filter's are. */
export function unfiltered({ counters }: AskedFilter): AskedFilter {
  return { conditions: [], counters };
}
