/** The trail as the source of the feed: each entry is one change, and the transaction that made it. */
import type { DataSource } from 'typeorm';
import type { FeedPosition, Place } from '../feed/cursor.js';
import type { FeedSource, Stretch } from '../feed/feed.js';
import type { Snapshot } from '../feed/snapshot.js';
import type { EventSource } from './event.entity.js';

/** What happened; the database knows more kinds of entries than the API tells of as events. */
export type ChangeType = 'created' | 'changed' | 'deleted' | 'replied' | 'reply_taken_back' | 'noted' | 'note_reworded';

export type Change = Place & {
  readonly key: string;
  readonly type: ChangeType;
  /** Of a change: which field, and its value before; people and teams by handle. */
  readonly field: string | null;
  readonly from: string | null;
  readonly door: EventSource | 'graphql';
  readonly accountKey: number | null;
  readonly tokenKey: number | null;
  readonly replyKey: string | null;
  readonly noteKey: string | null;
};

type Row = Change & { readonly snapshot: Snapshot; readonly isForeign: boolean };

/** A position is of another database when it has seen transactions that are still to come here. */
const sinceSql = `
  select now.snapshot::text, now.is_foreign as "isForeign", event.*
  from (
    select pg_current_snapshot() as snapshot,
      pg_snapshot_xmax($1::pg_snapshot) > pg_snapshot_xmax(pg_current_snapshot()) as is_foreign
  ) as now
  left join lateral (
    select transaction::text, ticket_number as "ticketNumber", id::text as key, type, field, from_value as "from",
      source as door, account_id as "accountKey", token_id as "tokenKey", reply_id::text as "replyKey",
      note_id::text as "noteKey"
    from ticket_event
    where transaction >= pg_snapshot_xmin($1::pg_snapshot)
      and not pg_visible_in_snapshot(transaction, $1::pg_snapshot)
      and ($2::pg_snapshot is null or not (
        pg_visible_in_snapshot(transaction, $2::pg_snapshot) and (transaction, ticket_number) <= ($3::xid8, $4::integer)))
    order by ticket_event.transaction, ticket_event.ticket_number, ticket_event.id limit $5
  ) as event on not now.is_foreign`;

/** Of one ticket: by field, what it was when the snapshot was taken, where it was changed since. */
export const valuesThen = (number: string, snapshot: string) => `(
  select jsonb_object_agg(field, from_value) from (
    select distinct on (field) field, from_value from ticket_event
    where transaction >= pg_snapshot_xmin(${snapshot}::pg_snapshot)
      and not pg_visible_in_snapshot(transaction, ${snapshot}::pg_snapshot)
      and ticket_number = ${number} and type = 'changed' and field <> all ('{title,description}')
    order by field, ticket_event.transaction, ticket_event.id
  ) as changed
)`;

export function changesOf(dataSource: DataSource): FeedSource<Change> {
  return {
    async epoch() {
      const [row] = await dataSource.query<{ id: string }[]>('select left(id::text, 8) as id from feed_epoch');
      return row?.id ?? '';
    },
    async now() {
      const [row] = await dataSource.query<{ now: Snapshot }[]>('select pg_current_snapshot()::text as now');
      return row?.now ?? '';
    },
    async since({ from, within }: FeedPosition, most: number): Promise<Stretch<Change> | null> {
      const { to = null, last = null } = within ?? {};
      const rows = await dataSource.query<Row[]>(sinceSql, [
        from,
        to,
        last?.transaction ?? null,
        last?.ticketNumber ?? null,
        most + 1,
      ]);
      const [first] = rows;
      if (!first || first.isForeign) return null;
      if (rows.length > most) return { from, to: first.snapshot, entries: null };
      return { from, to: first.snapshot, entries: rows.filter(({ key }) => key !== null) };
    },
  };
}
