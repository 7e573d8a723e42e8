/** Assembles notifications: what takes up the trail, what people see of it, and what they chose to hear of. */
import type { DataSource } from 'typeorm';
import { onSignedCommit } from '../database/commits.js';
import { Feed } from '../feed/feed.js';
import { GatheredWork } from '../jobs/gathered-work.js';
import type { Jobs } from '../jobs/jobs.js';
import type { Live } from '../live/live.js';
import type { Logger } from '../logger.js';
import type { MailCourier } from '../mail/out/mail-courier.js';
import { TicketSubscriptionService } from './following/ticket-subscription.service.js';
import { NotificationService } from './notification.service.js';
import { addedNotifications } from './notification-feed.js';
import { mailUnread } from './notification-mail.js';
import { NotificationTeller } from './notification-teller.js';

/** How long what another process committed may wait. */
const tickMs = 1_000;
/** How often it is looked for what to mail. */
const mailTickMs = 2_000;
const forgotten = { read: '90 days', all: '400 days' } as const;
const batch = 5_000;

export type NotificationParts = {
  readonly dataSource: DataSource;
  readonly jobs: Jobs;
  readonly live: Pick<Live, 'wakeToo'>;
  readonly log: Logger;
  readonly courier: Pick<MailCourier, 'isSetUp' | 'carryNotification'>;
  readonly mailAfterMs?: number | undefined;
};

export type Notifications = ReturnType<typeof buildNotifications>;

export function buildNotifications({ dataSource, jobs, live, log, courier, mailAfterMs }: NotificationParts) {
  const teller = new NotificationTeller(dataSource, log);
  const feed = new Feed(addedNotifications(dataSource), log);
  live.wakeToo(feed);
  // Until it is known.
  let isAnybodyThere = true;
  const work = async () => {
    isAnybodyThere = await teller.takeUp();
  };
  const gathered = new GatheredWork(work, (error) =>
    log.warn({ err: error }, 'People could not be notified; it is tried again.'),
  );
  onSignedCommit(dataSource, () => {
    if (isAnybodyThere) gathered.ring();
  });
  jobs.every('notifications', tickMs, work);
  if (courier.isSetUp) {
    jobs.every('mail of notifications', mailTickMs, () => mailUnread(dataSource, courier, mailAfterMs));
  }
  return {
    service: new NotificationService(dataSource, feed),
    subscriptions: new TicketSubscriptionService(dataSource),
    /** Forgets what has had its time. */
    async retain(): Promise<void> {
      await dataSource.query(
        `delete from notification where id in (
           select id from notification
           where read_at < now() - interval '${forgotten.read}' or created_at < now() - interval '${forgotten.all}'
           limit ${batch})`,
      );
    },
    async stop(): Promise<void> {
      feed.stop();
      await gathered.stop();
    },
  };
}
