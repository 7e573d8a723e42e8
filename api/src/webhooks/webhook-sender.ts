/**
 * Sends deliveries that are due, a few at once to each webhook, so that a slow one holds up itself alone. No transaction is
 * open meanwhile. A process that dies between the answer and the note of it leaves a delivery that is sent again, with the
 * same id: everything is told at least once.
 */
import type { DataSource } from 'typeorm';
import type { Signer } from '../files/file-addresses.js';
import type { Logger } from '../logger.js';
import { type Begun, beginDue, giveBack, noteDelivered, noteFailed, switchOff } from './delivery-table.js';
import { type Answer, type PostOptions, post } from './post.js';
import { signedHeaders } from './webhook-signature.js';

const [second, minute, hour] = [1_000, 60_000, 3_600_000];

/** About a day in all. */
const pauses = [10 * second, minute, 5 * minute, 30 * minute, 2 * hour, 6 * hour, 15 * hour];

/** After the last one it is given up. */
export type PauseAfter = (tries: number) => number | null;

/** A little by chance, so that a crowd does not come back at once. */
const growingPause: PauseAfter = (tries) => {
  const pause = pauses[tries - 1];
  return pause === undefined ? null : pause * (0.9 + Math.random() * 0.2);
};

const mostOfOne = 3;
const gone = 410;

export type SenderParts = {
  readonly dataSource: DataSource;
  readonly signer: Signer;
  readonly log: Logger;
  readonly options: PostOptions;
  readonly pauseAfter?: PauseAfter | undefined;
};

export class WebhookSender {
  readonly tally = { delivered: 0, failed: 0, switchedOff: 0 };
  readonly #pauseAfter: PauseAfter;
  readonly #busy = new Map<number, number>();
  readonly #running = new Set<Promise<void>>();
  #looking: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(private readonly parts: SenderParts) {
    this.#pauseAfter = parts.pauseAfter ?? growingPause;
  }

  /** Begins what is due; whatever ends looks again. */
  look(): Promise<void> {
    this.#looking = this.#looking.then(async () => {
      if (this.#isStopped) return;
      const { dataSource, log } = this.parts;
      try {
        for (const begun of await beginDue(dataSource, this.#busy, mostOfOne)) this.#begin(begun);
      } catch (error) {
        log.warn({ err: error }, 'Deliveries of webhooks could not be begun; it is tried again.');
      }
    });
    return this.#looking;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#looking;
    await Promise.all(this.#running);
  }

  #begin(begun: Begun): void {
    const { webhookKey } = begun;
    this.#busy.set(webhookKey, (this.#busy.get(webhookKey) ?? 0) + 1);
    const run: Promise<void> = this.#send(begun).finally(() => {
      this.#running.delete(run);
      this.#busy.set(webhookKey, (this.#busy.get(webhookKey) ?? 1) - 1);
      void this.look();
    });
    this.#running.add(run);
  }

  async #send(begun: Begun): Promise<void> {
    const { dataSource, signer, options, log } = this.parts;
    const { url, nonces, messageId, body } = begun;
    try {
      const answer = await post(url, signedHeaders(signer, nonces, messageId, new Date(), body), body, options);
      await this.#settle(begun, answer);
    } catch (error) {
      log.warn({ err: error, delivery: begun.key }, 'A delivery of a webhook could not be noted; it is sent again.');
      // A database that is away keeps it as it is: it is due again when its lease ends.
      await giveBack(dataSource, begun).catch(() => undefined);
    }
  }

  async #settle(begun: Begun, answer: Answer): Promise<void> {
    const { dataSource, log } = this.parts;
    const { statusCode } = answer;
    if (statusCode !== null && statusCode >= 200 && statusCode < 300) {
      await noteDelivered(dataSource, begun, answer);
      this.tally.delivered++;
      return;
    }
    const isGone = statusCode === gone;
    const pauseMs = isGone ? null : this.#pauseAfter(begun.tries);
    await noteFailed(dataSource, begun, answer, pauseMs);
    this.tally.failed++;
    if (pauseMs !== null) return;
    const reason = isGone ? 'The address answered 410: it is gone for good.' : givenUp(begun.tries, answer);
    if (!(await switchOff(dataSource, begun, reason, isGone))) return;
    this.tally.switchedOff++;
    log.warn({ webhook: begun.webhookKey }, `A webhook was switched off: ${reason}`);
  }
}

function givenUp(tries: number, { statusCode, answer }: Answer): string {
  const last = statusCode === null ? (answer ?? 'no answer') : `the answer ${statusCode}`;
  return `${tries} tries of one delivery failed and nothing else arrived. The last: ${last}`.slice(0, 400);
}
