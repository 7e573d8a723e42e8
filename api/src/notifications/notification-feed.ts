/** Notifications as a feed of their own: in the order of their commits, each for one person. */
import type { DataSource } from 'typeorm';
import type { FeedPosition, Place } from '../feed/cursor.js';
import type { Feed, FeedSource, Stretch } from '../feed/feed.js';
import { follow } from '../feed/follow.js';
import type { Snapshot } from '../feed/snapshot.js';
import { ChangeKind } from '../live/change-kind.js';
import { changesOf } from '../trail/changes.js';
import { NotificationAdded } from './notification.js';

export type Added = Place & { readonly key: string; readonly accountKey: number };

type Row = Added & { readonly snapshot: Snapshot; readonly isForeign: boolean };

/** As the trail's own: a position is of another database when it has seen transactions that are still to come here. */
const sinceSql = `
  select now.snapshot::text, now.is_foreign as "isForeign", added.*
  from (
    select pg_current_snapshot() as snapshot,
      pg_snapshot_xmax($1::pg_snapshot) > pg_snapshot_xmax(pg_current_snapshot()) as is_foreign
  ) as now
  left join lateral (
    select transaction::text, ticket_number as "ticketNumber", id::text as key, account_id as "accountKey"
    from notification
    where transaction >= pg_snapshot_xmin($1::pg_snapshot)
      and not pg_visible_in_snapshot(transaction, $1::pg_snapshot)
      and ($2::pg_snapshot is null or not (
        pg_visible_in_snapshot(transaction, $2::pg_snapshot) and (transaction, ticket_number) <= ($3::xid8, $4::integer)))
    order by notification.transaction, notification.ticket_number, notification.id limit $5
  ) as added on not now.is_foreign`;

export function addedNotifications(dataSource: DataSource): FeedSource<Added> {
  const { epoch, now } = changesOf(dataSource);
  return {
    epoch,
    now,
    async since({ from, within }: FeedPosition, most: number): Promise<Stretch<Added> | null> {
      const { to = null, last = null } = within ?? {};
      const values = [from, to, last?.transaction ?? null, last?.ticketNumber ?? null, most + 1];
      const rows = await dataSource.query<Row[]>(sinceSql, values);
      const [first] = rows;
      if (!first || first.isForeign) return null;
      if (rows.length > most) return { from, to: first.snapshot, entries: null };
      return { from, to: first.snapshot, entries: rows.filter(({ key }) => key !== null) };
    },
  };
}

export function followNotifications(
  feed: Feed<Added>,
  accountId: number,
  after: string | null,
): Promise<AsyncGenerator<NotificationAdded, void>> {
  return follow(feed, {
    after,
    messagesOf: async ({ entries }) =>
      (entries ?? [])
        .filter(({ accountKey }) => accountKey === accountId)
        .map((place) => ({ place, message: message(ChangeKind.ADDED, place.key) })),
    resync: () => message(ChangeKind.RESYNC, null),
  });
}

function message(kind: ChangeKind, notificationKey: string | null): NotificationAdded {
  return Object.assign(new NotificationAdded(), { kind, notificationKey });
}
