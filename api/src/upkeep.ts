/** What the desk does by itself now and then: fold, learn, wake, and forget what has had its time. */

import type { RequestLinks } from './conversation/requests/request-links.js';
import type { Database } from './database/data-source.js';
import type { FileService } from './files/file.service.js';
import { forgetOldCounts } from './http/shared-counts.js';
import type { Identity } from './identity/identity.js';
import type { Jobs } from './jobs/jobs.js';
import type { Mail } from './mail/mail.js';
import type { Notifications } from './notifications/notifications.js';
import { foldCounts, foldIntervalMs } from './stats/stats-fold.js';
import { forgetExpiredKeys } from './tickets/write/idempotency.js';
import { wakeIntervalMs, wakeTickets } from './tickets/write/waking.js';
import { languageIntervalMs, noteLanguages } from './triage/report/languages.js';
import { noteIntervalMs, noteTerms } from './triage/similar/term-index.js';
import { forgetUnusedTriage } from './triage/suggestions/retention.js';
import type { Triage } from './triage/triage.js';
import type { Webhooks } from './webhooks/webhooks.js';

const minuteMs = 60_000;

type Kept = {
  readonly triage: Triage;
  readonly identity: Identity;
  readonly files: FileService;
  readonly requestLinks: RequestLinks;
  readonly mail: Mail;
  readonly notifications: Notifications;
  readonly webhooks: Webhooks;
};

/** One process of all does each. */
export function scheduleUpkeep(jobs: Jobs, { dataSource, kind, maintain }: Database, kept: Kept): void {
  const { triage, identity, files, requestLinks, mail, notifications, webhooks } = kept;
  jobs.every('folding of statistics', foldIntervalMs, () => foldCounts(dataSource));
  jobs.every('noting of terms', noteIntervalMs, () => noteTerms(dataSource));
  jobs.every('noting of languages', languageIntervalMs, () => noteLanguages(dataSource));
  jobs.every('waking of tickets', wakeIntervalMs, () => wakeTickets(dataSource));
  jobs.every('learning', minuteMs, () => triage.learn());
  jobs.every('retention', minuteMs, async () => {
    await forgetExpiredKeys(dataSource);
    await forgetUnusedTriage(dataSource);
    await triage.queue.retain();
    await identity.retain();
    await files.retain();
    await requestLinks.retain();
    await mail.retain();
    await notifications.retain();
    await webhooks.retain();
  });
  if (kind === 'server') jobs.every('old request counts', minuteMs, () => forgetOldCounts(dataSource, 2 * minuteMs));
  if (maintain) jobs.every('maintenance', minuteMs, maintain);
}
