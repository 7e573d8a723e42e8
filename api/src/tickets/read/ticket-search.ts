/**
 * Finds the first matches of a search in list order. There are two ways, and neither is good for all words: reading
 * the list until enough rows match (good for common words) and asking the trigram index for every match (good for
 * rare ones). The planner guesses wrong by factors of a thousand, so the words themselves are measured: first on the
 * newest tickets, which often is the answer already, then on a random sample, which tells what each way would cost.
 */
import type { DataSource } from 'typeorm';
import { hasOneSession } from '../../database/embedded/one-session.js';
import { type TextRow, textRows, timedReads } from '../../database/reads/text-rows.js';
import { isIndexed } from './search-conditions.js';
import { favoursIndex, matchingShare, numberIn, type Read, unfiltered } from './search-sample.js';
import type { SearchTime } from './search-share.js';
import { type SearchQuery, walkCount, walkMatches } from './search-walk.js';
import { countSql, indexedSearchSql, type Sql, windowSql } from './ticket-query.js';

const firstWindow = 500;
const windowGrowth = 5;
const lastWindow = 256_000;

/** A sample that promises so many times more than are counted is believed without counting. */
const certainty = 3;

/** @throws SearchTooBroadError */
export function searchRows(dataSource: DataSource, query: SearchQuery, time: SearchTime): Promise<readonly TextRow[]> {
  if (hasOneSession(dataSource)) return walkMatches(dataSource, query, time);
  return timed(dataSource, time, (read) => firstMatches(read, query));
}

/** How many match; null where they are more than `highest`. @throws SearchTooBroadError */
export function countMatches(
  dataSource: DataSource,
  query: SearchQuery,
  highest: number,
  time: SearchTime,
): Promise<number | null> {
  if (hasOneSession(dataSource)) return walkCount(dataSource, query, highest, time);
  return timed(dataSource, time, async (read) => {
    const { share, total } = await matchingShare(read, query.filter);
    if (share * total > certainty * highest) return null;
    const count = await numberIn(read, countSql(query.filter, highest + 1));
    return count > highest ? null : count;
  });
}

function timed<T>(dataSource: DataSource, time: SearchTime, work: (read: Read) => Promise<T>): Promise<T> {
  if (!Number.isFinite(time.leftMs)) return work((query) => textRows(dataSource, query));
  const checked = (read: Read) => (query: Sql) => {
    time.check();
    return read(query);
  };
  return timedReads(
    dataSource,
    () => time.leftMs,
    (read) => work(checked(read)),
  );
}

async function firstMatches(read: Read, { columns, filter, order, bounds }: SearchQuery): Promise<readonly TextRow[]> {
  const { search, alsoIn = [] } = filter;
  for (let size = firstWindow; ; size *= windowGrowth) {
    // Each window holds the ones before: read as a sequel it would repeat or miss a row where tickets came or went meanwhile.
    const isWhole = size > lastWindow;
    const rows = await read(windowSql(columns, filter, order, bounds, isWhole ? null : size));
    if (rows.length === bounds.limit || isWhole) return rows;
    if (size > firstWindow || !isIndexed(search)) continue;
    if (favoursIndex(await matchingShare(read, { ...unfiltered(filter), search, alsoIn }), bounds.limit)) {
      return read(indexedSearchSql(columns, filter, order, bounds));
    }
  }
}
