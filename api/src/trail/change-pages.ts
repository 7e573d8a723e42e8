/**
 * The trail page by page, for readers who may miss nothing however long they were away. A page lies between two snapshots,
 * which stay the same until all between them is read; only then the next begins. What commits meanwhile is in the next.
 */
import type { EntityManager } from 'typeorm';
import type { FeedPosition } from '../feed/cursor.js';
import type { Snapshot } from '../feed/snapshot.js';

export type TrailEntry = {
  readonly key: string;
  readonly transaction: string;
  readonly ticketNumber: number;
  readonly type: string;
  readonly field: string | null;
  /** Of a reply, who said it; of a merge, the number of the ticket that goes on. */
  readonly to: string | null;
  readonly replyKey: string | null;
  readonly noteKey: string | null;
  readonly at: string;
};

export type ChangePage = {
  readonly entries: readonly TrailEntry[];
  readonly next: FeedPosition;
  readonly isMore: boolean;
};

type Row = TrailEntry & { readonly snapshot: Snapshot };

const pageSql = `
  select bounds.upto::text as snapshot, event.*
  from (select coalesce($2::pg_snapshot, pg_current_snapshot()) as upto) as bounds
  left join lateral (
    select id::text as key, transaction::text, ticket_number as "ticketNumber", type::text as type, field,
      case when type::text = 'replied' or field = 'merged_into' then to_value end as "to", reply_id::text as "replyKey", note_id::text as "noteKey",
      to_char(created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from ticket_event
    where transaction >= pg_snapshot_xmin($1::pg_snapshot) and not pg_visible_in_snapshot(transaction, $1::pg_snapshot)
      and pg_visible_in_snapshot(transaction, bounds.upto)
      and ($3::xid8 is null or (transaction, ticket_number) > ($3::xid8, $4::integer))
    order by ticket_event.transaction, ticket_event.ticket_number, ticket_event.id limit $5
  ) as event on true`;

/** What follows a position; all entries of one ticket and transaction are on one page. */
export async function changesAfter(manager: EntityManager, position: FeedPosition, most: number): Promise<ChangePage> {
  const { from, within } = position;
  const rows = await manager.query<Row[]>(pageSql, [
    from,
    within?.to ?? null,
    within?.last.transaction ?? null,
    within?.last.ticketNumber ?? null,
    most + 1,
  ]);
  const to = rows[0]?.snapshot ?? from;
  const entries = rows.filter(({ transaction }) => transaction !== null);
  if (entries.length <= most) return { entries, next: { from: to, within: null }, isMore: within !== null };
  const cut = entries[most];
  const whole = entries.filter((entry) => !isOfOnePlace(entry, cut));
  const last = whole.at(-1);
  // A single transaction did more to a single ticket than a page holds.
  if (!last) return changesAfter(manager, position, most * 2);
  const { transaction, ticketNumber } = last;
  return { entries: whole, next: { from, within: { to, last: { transaction, ticketNumber } } }, isMore: true };
}

function isOfOnePlace(one: TrailEntry, other: TrailEntry | undefined): boolean {
  return one.transaction === other?.transaction && one.ticketNumber === other.ticketNumber;
}

export type Here = {
  readonly epoch: string;
  readonly now: Snapshot;
  /** Whether the snapshot has seen transactions that are still to come here: it is of another database. */
  readonly isAhead: boolean;
};

/** Which database this is, what it has seen by now, and how a snapshot compares. */
export async function whereWeAre(manager: EntityManager, snapshot: Snapshot | null): Promise<Here> {
  const [row] = await manager.query<Here[]>(
    `select left(id::text, 8) as epoch, pg_current_snapshot()::text as now,
       coalesce(pg_snapshot_xmax($1::pg_snapshot) > pg_snapshot_xmax(pg_current_snapshot()), false) as "isAhead"
     from feed_epoch`,
    [snapshot],
  );
  if (!row) throw new Error('The database has no name for its feed.');
  return row;
}
