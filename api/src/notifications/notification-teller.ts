/**
 * Turns the committed trail into notifications. There is one exact place in the feed, which moves on in the transaction
 * that writes them: whatever dies in between, nothing is missed and nothing is told twice. Processes take turns by its row.
 */
import type { DataSource, EntityManager } from 'typeorm';
import { noteSigned } from '../database/commits.js';
import { inTransaction } from '../database/transaction.js';
import type { FeedPosition } from '../feed/cursor.js';
import type { Logger } from '../logger.js';
import { changesAfter, whereWeAre } from '../trail/change-pages.js';
import { notify } from './recipients.js';

type Told = { readonly epoch: string; readonly place: FeedPosition };

/** Entries of the trail on one page. */
const pageSize = 500;

/** An idle desk is asked for no lock, which would be a write: first it is seen whether there is anything to do. */
const lookSql = `
  select exists (select from account where activated_at is not null and deactivated_at is null) as "isAnybodyThere",
    taken.place -> 'within' <> 'null' or taken.epoch <> left(feed_epoch.id::text, 8)
      or pg_snapshot_xmax(taken.seen) > pg_snapshot_xmax(pg_current_snapshot())
      or exists (
        select from ticket_event event
        where event.transaction >= pg_snapshot_xmin(taken.seen)
          and not pg_visible_in_snapshot(event.transaction, taken.seen)) as "isNews"
  from (select *, (place ->> 'from')::pg_snapshot as seen from notification_place) as taken, feed_epoch`;

export class NotificationTeller {
  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Logger,
  ) {}

  /** Takes up all that is committed. Answers whether there is anybody to notify. */
  async takeUp(): Promise<boolean> {
    const [look] = await this.dataSource.query<{ isAnybodyThere: boolean; isNews: boolean }[]>(lookSql);
    if (!look) return false;
    if (look.isNews) while (await this.takePage(look.isAnybodyThere));
    return look.isAnybodyThere;
  }

  private takePage(isAnybodyThere: boolean): Promise<boolean> {
    return inTransaction(this.dataSource, async (manager) => {
      const [told] = await manager.query<Told[]>('select epoch, place from notification_place for update');
      if (!told) return false;
      const here = await whereWeAre(manager, told.place.from);
      if (told.epoch !== here.epoch || here.isAhead) {
        this.log.warn('The database was restored: people are notified of what happens from now on.');
        await moveTo(manager, here.epoch, { from: here.now, within: null });
        return false;
      }
      const page = await changesAfter(manager, told.place, pageSize);
      if (page.entries.length === 0 && !page.isMore) return false;
      if (!isAnybodyThere) {
        // An open desk takes in millions of tickets that are news to nobody.
        await moveTo(manager, here.epoch, { from: here.now, within: null });
        return false;
      }
      const keys = page.entries.map(({ key }) => key);
      // Who follows notifications looks when a signed transaction is committed.
      if ((await notify(manager, keys)) > 0) noteSigned(manager);
      await moveTo(manager, here.epoch, page.next);
      return page.isMore;
    });
  }
}

async function moveTo(manager: EntityManager, epoch: string, place: FeedPosition): Promise<void> {
  await manager.query('update notification_place set epoch = $1, place = $2', [epoch, JSON.stringify(place)]);
}
