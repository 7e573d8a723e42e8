/**
 * Where a reader of the feed stands, exactly: what one snapshot had seen and, within what the next one added, how far the
 * reader is. It is worth something in the database that it is of, and nowhere else.
 */
import { opaque } from '../relay/opaque.js';
import { type Snapshot, snapshotPattern } from './snapshot.js';

/** The last of what was told, in the order of the feed. */
export type Place = { readonly transaction: string; readonly ticketNumber: number };

export type FeedPosition = {
  readonly from: Snapshot;
  /** Null: all that `from` had seen, and nothing more. */
  readonly within: { readonly to: Snapshot; readonly last: Place } | null;
};

export function encodeFeedCursor(epoch: string, { from, within }: FeedPosition): string {
  const rest = within ? [within.to, within.last.transaction, within.last.ticketNumber] : [];
  return opaque([epoch, from, ...rest].join(' '));
}

/** Null for what is no cursor of this database. */
export function decodeFeedCursor(epoch: string, cursor: string): FeedPosition | null {
  if (!/^[\w-]{1,60000}$/.test(cursor)) return null;
  const parts = Buffer.from(cursor, 'base64url').toString('latin1').split(' ');
  const [of, from = '', to = '', transaction = '', ticket = ''] = parts;
  if (of !== epoch || !snapshotPattern.test(from)) return null;
  if (parts.length === 2) return { from, within: null };
  const isWhole = parts.length === 5 && snapshotPattern.test(to) && /^\d{1,20}$/.test(transaction);
  if (!isWhole || !/^\d{1,10}$/.test(ticket)) return null;
  return { from, within: { to, last: { transaction, ticketNumber: Number(ticket) } } };
}

export function isAfter(one: Place, other: Place): boolean {
  const [a, b] = [BigInt(one.transaction), BigInt(other.transaction)];
  return a === b ? one.ticketNumber > other.ticketNumber : a > b;
}
