/** Assembles webhooks: what takes up the trail, what sends, and what administrators see of both. */
import type { DataSource } from 'typeorm';
import { onSignedCommit } from '../database/commits.js';
import type { Signer } from '../files/file-addresses.js';
import { GatheredWork } from '../jobs/gathered-work.js';
import type { Jobs } from '../jobs/jobs.js';
import type { Logger } from '../logger.js';
import { retainDeliveries } from './delivery-table.js';
import { WebhookService } from './webhook.service.js';
import { type PauseAfter, WebhookSender } from './webhook-sender.js';
import { WebhookTeller } from './webhook-teller.js';

/** How long what another process committed may wait, and what is due again. */
const tickMs = 1_000;

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
  const work = async () => {
    isAnybodyTold = await teller.takeUp();
    if (isAnybodyTold) await sender.look();
  };
  const gathered = new GatheredWork(work, (error) =>
    log.warn({ err: error }, 'Webhooks could not take up what happened; it is tried again.'),
  );
  const ring = () => gathered.ring();
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
      await gathered.stop();
      await sender.stop();
    },
  };
}
