/**
 * Reads what was kept, once each: decides where a mail belongs, and files its words there. The decision and the words are one
 * transaction; where another mail changed the ground of the decision meanwhile, it is made anew.
 */
import type { DataSource } from 'typeorm';
import { inTransaction } from '../../database/transaction.js';
import type { Jobs } from '../../jobs/jobs.js';
import type { Logger } from '../../logger.js';
import { automaticBy, bounceIn } from './automatic.js';
import {
  AlreadyReadError,
  earlierCopy,
  type Headline,
  lately,
  mailToRead,
  OvertakenError,
  settle,
  type ToRead,
  type Verdict,
} from './inbound-mail.js';
import type { MailFiling, Thread } from './mail-filing.js';
import { type InboundJob, inboundJob } from './mail-intake.js';
import { OversizedMailError, type ParsedMail, parseHeaders, parseMail } from './parse-mail.js';

export type ReaderParts = {
  readonly dataSource: DataSource;
  readonly jobs: Jobs;
  readonly filing: MailFiling;
  readonly log: Logger;
};

/** An hour's mail of one sender; more waits for a person. */
const mostAnHour = 30;
/** What fails so often fails for good: the mail is told of, and can be read again. */
const lastAttempt = 4;

const plainly = (verdict: string, state: Verdict['state'], ticketNumber: number | null = null): Verdict => ({
  state,
  verdict,
  ticketNumber,
});

export class MailReader {
  constructor(private readonly parts: ReaderParts) {
    parts.jobs.handle(inboundJob, async (payload, { attempt }) => {
      const job = payload as InboundJob;
      try {
        await this.read(job);
      } catch (error) {
        if (error instanceof AlreadyReadError) return;
        if (attempt < lastAttempt) throw error;
        parts.log.warn({ mail: job.key, err: error }, 'A mail could not be read; it is kept.');
        await this.giveUp(job, error);
      }
    });
  }

  private async read(job: InboundJob): Promise<void> {
    const mail = await mailToRead(this.parts.dataSource, job.key);
    if (mail === null) return;
    const parsed = await parseMail(mail.raw).catch((error: unknown) => error);
    if (isParsed(parsed)) return this.again(() => this.decide(mail, parsed, job));
    if (parsed instanceof OversizedMailError && !job.isWanted) {
      return this.note(mail.key, await this.headlineOf(mail), plainly(parsed.message, 'quarantined'));
    }
    this.parts.log.warn(
      { mail: mail.key, err: parsed },
      'A mail could not be parsed; it is kept on a ticket as it came.',
    );
    const head = await this.headOf(mail);
    await this.again(() => this.parts.filing.asFile(mail, head, headline(head)));
  }

  private async again(decide: () => Promise<void>): Promise<void> {
    for (let left = 5; ; left--) {
      try {
        return await decide();
      } catch (error) {
        if (!(error instanceof OvertakenError) || left === 0) throw error;
      }
    }
  }

  private async decide(mail: ToRead, parsed: ParsedMail, { isWanted = false, ticketNumber = null }: InboundJob) {
    const { filing, dataSource } = this.parts;
    const { manager } = dataSource;
    const head = headline(parsed);
    const recipients = [...mail.recipients, ...parsed.recipients];
    const copy = isWanted ? null : await earlierCopy(manager, mail.key, head);
    if (copy) return this.note(mail.key, head, plainly('The same mail came before.', 'ignored', copy.ticketNumber));
    const thread = await filing.threadOf(parsed, recipients);
    const wanted = ticketNumber ?? (isWanted ? mail.ticketNumber : null);
    const own = filing.isOwn(parsed);
    if (own && !isWanted) {
      return this.note(mail.key, head, plainly('The desk wrote it itself.', 'ignored', thread?.ticketNumber ?? null));
    }
    if (!isWanted && (await this.isFiledAlone(mail, parsed, recipients, thread))) return;
    if (!isWanted && parsed.from && (await lately(manager, parsed.from.address)) >= mostAnHour) {
      const verdict = `Its sender wrote more than ${mostAnHour} mails within the hour.`;
      return this.note(mail.key, head, plainly(verdict, 'quarantined', thread?.ticketNumber ?? null));
    }
    const chosen: Thread | null =
      wanted === null ? thread : { ticketNumber: wanted, verdict: 'A person chose this ticket.', provenAddress: null };
    await filing.asWords(mail, parsed, head, chosen, { recipients, isWanted });
  }

  /** Bounces, what machines write, and who is blocked. True where that is what it is. */
  private async isFiledAlone(mail: ToRead, parsed: ParsedMail, recipients: readonly string[], thread: Thread | null) {
    const { filing } = this.parts;
    const head = headline(parsed);
    const automatic = automaticBy(parsed);
    if (automatic === null) {
      const isBlocked = await filing.isBlocked(parsed);
      if (isBlocked) await this.note(mail.key, head, plainly('Its sender is blocked.', 'ignored'));
      return isBlocked;
    }
    const bounce = bounceIn(parsed);
    if (bounce) await filing.asBounce(mail.key, head, bounce, recipients);
    else {
      const ticketNumber = thread?.ticketNumber ?? (await filing.ticketOfReport(recipients));
      await this.note(mail.key, head, plainly(automatic, 'automatic', ticketNumber));
    }
    return true;
  }

  private note(key: string, head: Headline, verdict: Verdict): Promise<void> {
    return inTransaction(this.parts.dataSource, (manager) => settle(manager, key, head, verdict));
  }

  private async giveUp({ key }: InboundJob, error: unknown): Promise<void> {
    const mail = await mailToRead(this.parts.dataSource, key);
    if (mail === null) return;
    const reason = error instanceof Error ? error.message : String(error);
    const verdict = `Reading it failed: ${reason}`.slice(0, 500).toWellFormed().replaceAll('\0', '');
    await this.note(key, await this.headlineOf(mail), plainly(verdict, 'failed'));
  }

  private async headlineOf(mail: ToRead): Promise<Headline> {
    return headline(await this.headOf(mail));
  }

  private headOf({ raw }: ToRead) {
    return parseHeaders(raw).catch(() => ({ messageId: null, from: null, subject: '' }));
  }
}

const isParsed = (value: unknown): value is ParsedMail =>
  typeof value === 'object' && value !== null && 'header' in value;

function headline({
  messageId,
  from,
  subject,
  references = [],
  hasFormatting = false,
}: Pick<ParsedMail, 'messageId' | 'from' | 'subject'> &
  Partial<Pick<ParsedMail, 'references' | 'hasFormatting'>>): Headline {
  return {
    messageId,
    fromAddress: from?.address ?? null,
    subject: subject.slice(0, 998).toWellFormed(),
    answers: references.slice(0, 200),
    hasFormatting,
  };
}
