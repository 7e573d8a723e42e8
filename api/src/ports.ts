import type { DecideCaller } from './http/caller.js';
import type { PauseAfter } from './mail/out/mail-sender.js';
import type { PauseAfter as WebhookPause } from './webhooks/webhook-sender.js';

/** What a desk asks of whoever builds it, instead of what it would do by itself. */
export type Ports = {
  readonly decideCaller?: DecideCaller;
  /** How long to wait after mail was not taken. */
  readonly mailPause?: PauseAfter;
  /** How long to wait after a webhook's receiver did not take what it was told, and for its answer. */
  readonly webhookPause?: WebhookPause;
  readonly webhookTimeoutMs?: number;
  /** How often to look whether a mail server that was away is back. */
  readonly mailLookMs?: number;
  /** How long notifications may stay unread before they are mailed. */
  readonly mailNotificationsAfterMs?: number;
  /** False: what comes round, and what waits in the outbox, is left to other processes. */
  readonly doesJobs?: boolean;
};
