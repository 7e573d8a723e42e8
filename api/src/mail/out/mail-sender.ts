/**
 * Sends what the outbox holds. Between the server's last word and the note of it nothing can be done: a process that dies in
 * that moment sends the mail again, with the same Message-ID. Everything else is sent once.
 */
import type { DataSource } from 'typeorm';
import type { Jobs } from '../../jobs/jobs.js';
import type { Logger } from '../../logger.js';
import { isFailing, noteFailing, noteWorking } from '../channels.js';
import { type LetterParts, letterOf, NothingToSendError } from './letters.js';
import { type MailCourier, type MailJob, mailJob, type ResetJob, resetJob } from './mail-courier.js';
import { beginMail, noteFailed, noteSent, type Outgoing, postpone } from './outgoing-mail.js';
import { type Smtp, SmtpFault } from './smtp.js';

const [second, minute, hour] = [1_000, 60_000, 3_600_000];

/** About a day in all, the first of it dense enough for a server that asks strangers to come again. */
const pauses = [30 * second, 2 * minute, 10 * minute, 30 * minute, 2 * hour, 6 * hour, 12 * hour];

/** After the last one it is given up. */
export type PauseAfter = (attempt: number) => number | null;

const growingPause: PauseAfter = (attempt) => pauses[attempt - 1] ?? null;

export type SenderParts = {
  readonly dataSource: DataSource;
  readonly jobs: Jobs;
  readonly courier: MailCourier;
  readonly smtp: Smtp;
  readonly letters: LetterParts;
  readonly log: Logger;
  readonly pauseAfter?: PauseAfter | undefined;
};

export class MailSender {
  readonly #pauseAfter: PauseAfter;

  constructor(private readonly parts: SenderParts) {
    this.#pauseAfter = parts.pauseAfter ?? growingPause;
    const { jobs, dataSource, courier } = parts;
    jobs.handle(mailJob, (payload) => this.#send((payload as MailJob).key));
    jobs.handle(resetJob, (payload) =>
      dataSource.transaction((manager) => courier.carryReset(manager, payload as ResetJob)),
    );
  }

  /** Where the server was away: whether it is back, though no mail waits that would show it. */
  async lookAgain(): Promise<void> {
    const { dataSource, smtp } = this.parts;
    if (!(await isFailing(dataSource, 'out'))) return;
    try {
      await smtp.check();
    } catch (error) {
      if (!(error instanceof SmtpFault)) throw error;
      return noteFailing(dataSource, 'out', error.message);
    }
    await noteWorking(dataSource, 'out');
  }

  close(): void {
    this.parts.smtp.close();
  }

  async #send(key: string): Promise<void> {
    const { dataSource, letters, smtp } = this.parts;
    const mail = await beginMail(dataSource, key);
    if (mail === null) return;
    try {
      await smtp.send(await letterOf(letters, mail));
    } catch (error) {
      return this.#settle(mail, error);
    }
    await noteSent(dataSource, mail);
    await noteWorking(dataSource, 'out');
  }

  async #settle(mail: Outgoing, error: unknown): Promise<void> {
    const { dataSource, jobs, log } = this.parts;
    const isKnown = error instanceof SmtpFault || error instanceof NothingToSendError;
    // Not the mail's fault, nor the server's: the job itself is tried again.
    if (!isKnown) throw error;
    if (error instanceof SmtpFault && error.isServers) await noteFailing(dataSource, 'out', error.message);
    const isPermanent = error instanceof NothingToSendError || error.isPermanent;
    const pauseMs = isPermanent ? null : this.#pauseAfter(mail.attempt);
    log.info({ mail: mail.key, attempt: mail.attempt, err: error }, 'A mail was not sent.');
    if (pauseMs === null) return noteFailed(dataSource, mail, error.message);
    await dataSource.transaction(async (manager) => {
      const runAt = await postpone(manager, mail, error.message, pauseMs);
      if (runAt) await jobs.enqueue(manager, mailJob, { key: mail.key } satisfies MailJob, { runAt });
    });
  }
}
