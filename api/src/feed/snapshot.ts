/** What a snapshot of the database had seen, as PostgreSQL writes it: `xmin:xmax:xip,…`. See pg_snapshot in its manual. */

export type Snapshot = string;

type Parts = { readonly xmin: bigint; readonly xmax: bigint; readonly running: readonly bigint[] };

export const snapshotPattern = /^\d{1,20}:\d{1,20}:(\d{1,20}(,\d{1,20}){0,999})?$/;

/** Of one snapshot at a time many transactions are asked. */
const known = new Map<Snapshot, Parts>();
const mostKnown = 100;

function partsOf(snapshot: Snapshot): Parts {
  const seen = known.get(snapshot);
  if (seen) return seen;
  const [xmin = '0', xmax = '0', xip = ''] = snapshot.split(':');
  const running = xip === '' ? [] : xip.split(',').map(BigInt);
  const parts = { xmin: BigInt(xmin), xmax: BigInt(xmax), running };
  if (known.size >= mostKnown) known.clear();
  known.set(snapshot, parts);
  return parts;
}

/** Whether what a transaction wrote was committed when the snapshot was taken. */
export function isSeen(transaction: bigint, snapshot: Snapshot): boolean {
  const { xmin, xmax, running } = partsOf(snapshot);
  if (transaction < xmin) return true;
  return transaction < xmax && !running.includes(transaction);
}

/** Of two snapshots of one database, which order themselves by time. */
export function later(one: Snapshot, other: Snapshot): Snapshot {
  const [a, b] = [partsOf(one), partsOf(other)];
  if (a.xmax !== b.xmax) return a.xmax > b.xmax ? one : other;
  return a.running.length <= b.running.length ? one : other;
}
