/** Assembles mail: what sends it, what reads it, and what is known of its fate. */
import type { DataSource } from 'typeorm';
import type { MailConfig } from '../config-mail.js';
import type { ReplyService } from '../conversation/replies/reply.service.js';
import type { RequestLinks } from '../conversation/requests/request-links.js';
import type { FileService } from '../files/file.service.js';
import type { Signer } from '../files/file-addresses.js';
import type { Jobs } from '../jobs/jobs.js';
import type { Logger } from '../logger.js';
import type { TicketService } from '../tickets/ticket.service.js';
import { AccessTokens } from './access-tokens.js';
import { MailOfficeService } from './administration/mail-office.service.js';
import { retainInbound } from './in/inbound-mail.js';
import { MailFiling } from './in/mail-filing.js';
import { MailIntake } from './in/mail-intake.js';
import { MailListener } from './in/mail-listener.js';
import { MailReader } from './in/mail-reader.js';
import { MailboxReader, mailboxTickMs } from './in/mailbox-reader.js';
import { MailAddresses } from './mail-addresses.js';
import { OriginalService } from './originals/original.service.js';
import { DeliveryService } from './out/delivery.service.js';
import type { MailCourier } from './out/mail-courier.js';
import { MailSender, type PauseAfter } from './out/mail-sender.js';
import { retainOutgoing } from './out/outgoing-mail.js';
import { Smtp } from './out/smtp.js';

const lookEveryMs = 60_000;

export type MailParts = {
  readonly dataSource: DataSource;
  readonly config: MailConfig;
  readonly publicUrl: string;
  readonly signer: Signer;
  readonly jobs: Jobs;
  readonly courier: MailCourier;
  readonly requestLinks: RequestLinks;
  readonly tickets: TicketService;
  readonly replies: ReplyService;
  readonly files: FileService;
  readonly log: Logger;
  readonly pauseAfter?: PauseAfter | undefined;
  readonly lookMs?: number | undefined;
};

export type Mail = ReturnType<typeof buildMail>;

export function buildMail({ config, signer, lookMs = lookEveryMs, ...parts }: MailParts) {
  const { dataSource, courier, jobs } = parts;
  const addresses = new MailAddresses(signer, config.out);
  const tokens = config.oauth && new AccessTokens(config.oauth);
  const sender =
    config.out &&
    new MailSender({
      ...parts,
      smtp: new Smtp(config.out, tokens),
      letters: { ...parts, config: config.out, addresses },
    });
  if (sender) jobs.every('mail server', lookMs, () => sender.lookAgain());
  // Whether or not mail can come in at the moment: what is kept is read.
  new MailReader({ ...parts, filing: new MailFiling({ ...parts, addresses, out: config.out }) });
  const intake = new MailIntake(dataSource, jobs);
  const { listen, imapUrl } = config.in;
  const mailbox = imapUrl === null ? null : new MailboxReader(dataSource, intake, imapUrl, parts.log, tokens);
  if (mailbox) jobs.every('mailbox', mailboxTickMs, () => mailbox.take());
  const listener = listen && config.out && new MailListener(listen, config.out, intake, parts.log);
  return {
    intake,
    office: new MailOfficeService(dataSource, intake, signer, config),
    originals: new OriginalService(dataSource),
    deliveries: new DeliveryService(dataSource, courier),
    /** Forgets what has expired. */
    async retain(): Promise<void> {
      await retainOutgoing(dataSource);
      await retainInbound(dataSource);
    },
    /** Where mail is taken by SMTP; null where it is not. */
    listen: async () => (await listener?.listen()) ?? null,
    /** Takes no more mail from now on. */
    async turnAway(): Promise<void> {
      await Promise.all([listener?.close(), mailbox?.stop()]);
    },
    close: () => sender?.close(),
  };
}
