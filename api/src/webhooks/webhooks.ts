/** Assembles webhooks: what takes up the trail, what sends, and what administrators see of both. */
import { setTimeout as setTimeoutAsync } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { onSignedCommit } from '../database/commits.js';
import type { Signer } from '../files/file-addresses.js';
import type { Jobs } from '../jobs/jobs.js';
import type { Logger } from '../logger.js';
import { retainDeliveries } from './delivery-table.js';
import { WebhookService } from './webhook.service.js';
import { type PauseAfter, WebhookSender } from './webhook-sender.js';
import { WebhookTeller } from './webhook-teller.js';

/** How long what another process committed may wait, and what is due again. */
const tickMs = 1_000;
/** All that this process commits meanwhile is taken up at once. */
const ringMs = 20;

export type WebhookParts = {
  readonly dataSource: DataSource;
  readonly jobs: Jobs;
  readonly signer: Signer;
  readonly log: Logger;
  readonly allowPrivate: boolean;
  readonly timeoutMs?: number | undefined;
  readonly pauseAfter?: PauseAfter | undefined;
};

export type Webhooks = ReturnType<typeof buildWebhooks>;

export function buildWebhooks({ dataSource, jobs, signer, log, allowPrivate, timeoutMs, pauseAfter }: WebhookParts) {
  const options = { allowPrivate, ...(timeoutMs !== undefined && { timeoutMs }) };
  const sender = new WebhookSender({ dataSource, signer, log, options, pauseAfter });
  const teller = new WebhookTeller(dataSource, log);
  let isAnybodyTold = false;
  let isStopped = false;
  let isDue = false;
  let working: Promise<void> = Promise.resolve();
  const work = async () => {
    isAnybodyTold = await teller.takeUp();
    if (isAnybodyTold) await sender.look();
  };
  const ring = () => {
    if (isStopped || isDue) return;
    isDue = true;
    working = working
      .then(() => setTimeoutAsync(ringMs, undefined, { ref: false }))
      .then(async () => {
        isDue = false;
        if (!isStopped) await work();
      })
      .catch((error: unknown) =>
        log.warn({ err: error }, 'Webhooks could not take up what happened; it is tried again.'),
      );
  };
  onSignedCommit(dataSource, () => {
    if (isAnybodyTold) ring();
  });
  jobs.every('webhooks', tickMs, work);
  return {
    service: new WebhookService(dataSource, { signer, allowPrivate, ring }),
    tally: sender.tally,
    /** Forgets what has expired. */
    retain: () => retainDeliveries(dataSource),
    /** Begins nothing more, and waits for what is on its way. */
    async stop(): Promise<void> {
      isStopped = true;
      await working;
      await sender.stop();
    },
  };
}
