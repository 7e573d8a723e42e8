/** Notifications as a feed of their own: in the order of their commits, each for one person. */
import type { DataSource } from 'typeorm';
import type { Caller } from '../caller.js';
import { mayReadNotes } from '../conversation/authors.js';
import type { Place } from '../feed/cursor.js';
import type { Feed, FeedSource } from '../feed/feed.js';
import { follow } from '../feed/follow.js';
import { tableSource } from '../feed/table-source.js';
import { ChangeKind } from '../live/change-kind.js';
import { NotificationAdded } from './notification.js';

export type Added = Place & { readonly key: string; readonly accountKey: number; readonly isOfNote: boolean };

export function addedNotifications(dataSource: DataSource): FeedSource<Added> {
  return tableSource(
    dataSource,
    `select transaction::text, ticket_number as "ticketNumber", id::text as key, account_id as "accountKey",
       note_id is not null as "isOfNote"
     from notification`,
  );
}

/** Who may not read notes does not learn that one calls them. */
export function followNotifications(
  feed: Feed<Added>,
  caller: Caller,
  after: string | null,
): Promise<AsyncGenerator<NotificationAdded, void>> {
  const withNotes = mayReadNotes(caller);
  return follow(feed, {
    after,
    messagesOf: async ({ entries }) =>
      (entries ?? [])
        .filter(({ accountKey, isOfNote }) => accountKey === caller.accountId && (withNotes || !isOfNote))
        .map((place) => ({ place, message: message(ChangeKind.ADDED, place.key) })),
    resync: () => message(ChangeKind.RESYNC, null),
  });
}

function message(kind: ChangeKind, notificationKey: string | null): NotificationAdded {
  return Object.assign(new NotificationAdded(), { kind, notificationKey });
}
