/**
 * Every row of a list in batches, for streams. No transaction or connection is held between two; where memory allows the
 * next is read ahead.
 */
import type { Position } from '../../database/keyset.js';
import { groupBytes, inTurn } from '../../database/reads/long-texts.js';
import { textsInFlight } from '../../database/reads/texts-in-flight.js';

/**
 * Rows of a batch: few at first, so that the stream begins at once; then as many as one write takes. At the most, others
 * wait for some milliseconds, and memory is freed as fast as it is taken; more are hardly faster.
 */
const rowsOf = { first: 100, fewest: 20, most: 600 };

export type BatchSource<Batch> = {
  read(limit: number, after: Position | null): Promise<Batch>;
  /** Where the last row stands; null for a batch without rows. */
  lastOf(batch: Batch): Position | null;
  /** How many rows it has, and about how many bytes of text. */
  sizeOf(batch: Batch): { readonly rows: number; readonly bytes: number };
};

export async function* inBatches<Batch>({ read, lastOf, sizeOf }: BatchSource<Batch>): AsyncGenerator<Batch> {
  let limit = rowsOf.first;
  const begin = (after: Position | null) => inTurn(() => read(limit, after));
  for (let next: Promise<Batch> | null = begin(null); next !== null; ) {
    const batch: Batch = await next;
    const { rows, bytes } = sizeOf(batch);
    const last = lastOf(batch);
    const isLast = rows < limit;
    limit = fitting(rows, bytes);
    next = !isLast && textsInFlight.hasRoomAhead(groupBytes) ? begin(last) : null;
    // Its failure is met when it is awaited, not while the caller still writes this batch.
    next?.catch(() => undefined);
    yield batch;
    next ??= isLast ? null : begin(last);
  }
}

/** How many rows like these hold about as much as one write takes. */
function fitting(rows: number, bytes: number): number {
  return Math.min(rowsOf.most, Math.max(rowsOf.fewest, Math.floor((rows * groupBytes) / Math.max(1, bytes))));
}
