import type { DataSource } from 'typeorm';
import type { Caller } from '../caller.js';
import { type Page, type PageRequest, readPage } from '../database/keyset.js';
import { ForbiddenError, InvalidInputError } from '../errors.js';
import type { Feed } from '../feed/feed.js';
import type { Notification, NotificationAdded } from './notification.js';
import { type Added, followNotifications } from './notification-feed.js';
import {
  countNotifications,
  countUnread,
  markRead,
  notificationPosition,
  notificationRows,
  notificationsByKey,
} from './notification-rows.js';

const mostMarked = 100;

export type Marking = {
  readonly keys: readonly string[] | null;
  readonly ticketNumber: number | null;
  readonly all: boolean;
};

/** What waits for the caller. Callers without an account have nothing. */
export class NotificationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly feed: Feed<Added>,
  ) {}

  /** Newest first; `isUnread` null: read ones too. */
  page(caller: Caller, isUnread: boolean | null, request: PageRequest): Promise<Page<Notification>> {
    const rows = async (bounds: Parameters<typeof notificationRows>[3]) =>
      caller.accountId == null ? [] : notificationRows(this.dataSource, caller, isUnread, bounds);
    return readPage({ rows, positionOf: notificationPosition }, request);
  }

  async count(caller: Caller, isUnread: boolean | null): Promise<number> {
    return caller.accountId == null ? 0 : countNotifications(this.dataSource, caller, isUnread);
  }

  async unreadCount(caller: Caller): Promise<number> {
    return caller.accountId == null ? 0 : countUnread(this.dataSource, caller);
  }

  /** Those of the caller; what else there is under these keys is left out. */
  getMany(caller: Caller, keys: readonly string[]): Promise<Map<string, Notification>> {
    return notificationsByKey(this.dataSource, caller, keys);
  }

  /** Answers those asked for by key, else the newest that were unread. @throws ForbiddenError, InvalidInputError */
  async markRead(caller: Caller, { keys, ticketNumber, all }: Marking): Promise<Notification[]> {
    if (caller.accountId == null) throw new ForbiddenError('Only people have notifications. Sign in to have some.');
    const ways = [keys !== null, ticketNumber !== null, all].filter(Boolean).length;
    if (ways !== 1) throw invalid([], 'Send one of `ids`, `ticketId` and `all: true`.');
    if (keys && keys.length > mostMarked) throw invalid(['ids'], `Mark at most ${mostMarked} notifications at once.`);
    const marked = await markRead(this.dataSource, caller, { keys, ticketNumber }, mostMarked);
    const shown = keys ?? marked;
    const found = await this.getMany(caller, shown);
    return shown.flatMap((key) => found.get(key) ?? []);
  }

  /** @throws ForbiddenError */
  follow(caller: Caller, after: string | null): Promise<AsyncGenerator<NotificationAdded, void>> {
    if (caller.accountId == null) throw new ForbiddenError('Only people have notifications.');
    return followNotifications(this.feed, caller, after);
  }
}

function invalid(path: string[], message: string): InvalidInputError {
  return new InvalidInputError([{ path, code: path.length > 0 ? 'too_long' : 'invalid', message }]);
}
