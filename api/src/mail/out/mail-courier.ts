/** Puts mail into the outbox, in the transaction of what it tells of. Where no mail is set up it puts nothing there. */
import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { MailOutConfig } from '../../config-mail.js';
import type { Courier } from '../../conversation/courier.js';
import type { PublicReply } from '../../conversation/replies/reply.js';
import type { AccountCourier, AccountLink } from '../../identity/accounts/account-courier.js';
import { AuditEventType } from '../../identity/audit/audit-event.js';
import { recordAudit } from '../../identity/audit/audit-trail.js';
import type { Jobs } from '../../jobs/jobs.js';
import { insertMail, type NewMail, requeue } from './outgoing-mail.js';

export const mailJob = 'mail';
export type MailJob = { readonly key: string };
export const resetJob = 'password reset';
/** @property from The address of the client that asked, where it is known. */
export type ResetJob = { readonly email: string; readonly from?: string | null };

const comesBack = 'Mail to this address came back, so no more is sent there. The words are kept here.';

const mostAcknowledgements = 3;

/** No more than one mail about a forgotten password in this time, whoever asks for it. */
const resetPause = '5 minutes';

export class MailCourier implements Courier, AccountCourier {
  constructor(
    private readonly jobs: Jobs,
    private readonly config: MailOutConfig | null,
  ) {}

  get isSetUp(): boolean {
    return this.config !== null;
  }

  async carryReply(manager: EntityManager, { key, ticketNumber, to, cc, cancelableUntil }: PublicReply): Promise<void> {
    if (!this.isSetUp) return;
    const bouncing = await bouncingAmong(manager, [...to, ...cc]);
    for (const address of new Set([...to, ...cc])) {
      await this.post(manager, {
        kind: 'reply',
        ticketNumber,
        replyKey: key,
        address,
        notMailed: bouncing.has(address) ? comesBack : null,
        dueAt: cancelableUntil,
      });
    }
  }

  async carryLink(manager: EntityManager, ticketNumber: number): Promise<string | null> {
    if (!this.isSetUp) return null;
    const [row] = await manager.query<{ address: string }[]>(
      `select address from ticket join requester on requester.id = ticket.requester_id
         join requester_email on requester_email.requester_id = requester.id
       where number = $1 and is_primary and bouncing_since is null and blocked_at is null and erased_at is null`,
      [ticketNumber],
    );
    if (!row) return null;
    await this.post(manager, { kind: 'request_link', ticketNumber, address: row.address });
    return row.address;
  }

  /** To whoever wrote a mail that became a ticket: once a ticket, and three times a day and address. */
  async carryAcknowledgement(manager: EntityManager, ticketNumber: number, address: string): Promise<void> {
    if (!this.isSetUp) return;
    const [row] = await manager.query<{ count: number }[]>(
      `select count(*)::int as count from outgoing_mail
       where address = $1 and kind = 'acknowledgement' and created_at > now() - interval '1 day'`,
      [address],
    );
    if ((row?.count ?? 0) >= mostAcknowledgements) return;
    await this.post(manager, { kind: 'acknowledgement', ticketNumber, address });
  }

  async carryAccountLink(manager: EntityManager, kind: AccountLink, accountKey: number): Promise<void> {
    const [row] = await manager.query<{ address: string }[]>('select email as address from account where id = $1', [
      accountKey,
    ]);
    if (row) await this.post(manager, { kind, accountKey, address: row.address });
  }

  /** Tells somebody of the team that something waits for them on a ticket; the words themselves are read on the desk. */
  async carryNotification(
    manager: EntityManager,
    accountKey: number,
    ticketNumber: number,
    reasons: readonly string[],
  ): Promise<void> {
    const [row] = await manager.query<{ address: string }[]>('select email as address from account where id = $1', [
      accountKey,
    ]);
    if (!this.isSetUp || !row) return;
    await this.post(manager, {
      kind: 'notification',
      accountKey,
      address: row.address,
      aboutTicket: ticketNumber,
      reasons,
    });
  }

  /** For whoever forgot a password, by their own word: the same work for every address, and the answer waits for none of it. */
  async askForReset(manager: EntityManager, email: string, from: string | null): Promise<void> {
    if (this.isSetUp) await this.jobs.enqueue(manager, resetJob, { email, from } satisfies ResetJob);
  }

  /** The address is in lower case; of nobody, nothing happens. */
  async carryReset(manager: EntityManager, { email, from = null }: ResetJob): Promise<void> {
    const [row] = await manager.query<{ key: number }[]>(
      `select id as key from account where email = $1 and activated_at is not null and deactivated_at is null
         and not exists (select from outgoing_mail where account_id = account.id and kind = 'reset'
           and created_at > now() - $2::interval)`,
      [email, resetPause],
    );
    if (!row) return;
    const doer = { kind: 'nobody', id: null, name: null, address: from } as const;
    const detail = 'A reset link was mailed, as somebody asked on the sign-in page.';
    await recordAudit(manager, doer, { type: AuditEventType.PASSWORD_CHANGED, target: email, detail });
    await this.carryAccountLink(manager, 'reset', row.key);
  }

  /** Sends again what did not arrive. Answers how many mails. */
  async carryAgain(manager: EntityManager, replyKey: string): Promise<number> {
    const keys = await requeue(manager, replyKey);
    for (const key of keys) await this.jobs.enqueue(manager, mailJob, { key } satisfies MailJob);
    return keys.length;
  }

  private async post(manager: EntityManager, mail: Omit<NewMail, 'messageId'>): Promise<void> {
    const queued = await insertMail(manager, { ...mail, messageId: this.newMessageId() });
    if (!queued?.dueAt) return;
    await this.jobs.enqueue(manager, mailJob, { key: queued.key } satisfies MailJob, { runAt: queued.dueAt });
  }

  private newMessageId(): string {
    const { from, replyDomain } = this.config ?? {};
    const domain = replyDomain ?? from?.address.slice(from.address.lastIndexOf('@') + 1);
    return `<${randomBytes(18).toString('hex')}@${domain}>`;
  }
}

async function bouncingAmong(manager: EntityManager, addresses: readonly string[]): Promise<Set<string>> {
  const rows = await manager.query<{ address: string }[]>(
    'select address from requester_email where address = any($1) and bouncing_since is not null',
    [addresses],
  );
  return new Set(rows.map(({ address }) => address));
}
