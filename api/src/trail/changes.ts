/** The trail as the source of the feed: each entry is one change, and the transaction that made it. */
import type { DataSource } from 'typeorm';
import type { Place } from '../feed/cursor.js';
import type { FeedSource } from '../feed/feed.js';
import { tableSource } from '../feed/table-source.js';
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
  return tableSource(
    dataSource,
    `select transaction::text, ticket_number as "ticketNumber", id::text as key, type, field, from_value as "from",
       source as door, account_id as "accountKey", token_id as "tokenKey", reply_id::text as "replyKey",
       note_id::text as "noteKey"
     from ticket_event`,
  );
}
