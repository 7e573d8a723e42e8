/** Puts mail where it belongs: words on a ticket, a ticket of its own, or a mark on the mail that came back. */
import type { DataSource, EntityManager } from 'typeorm';
import type { Caller } from '../../caller.js';
import type { MailOutConfig } from '../../config-mail.js';
import { Channel } from '../../conversation/replies/reply.js';
import type { ReplyService } from '../../conversation/replies/reply.service.js';
import { inTransaction } from '../../database/transaction.js';
import { NotFoundError, WrongStateError } from '../../errors.js';
import type { FileService } from '../../files/file.service.js';
import { attachRequester, noteBouncing, noteVerified } from '../../people/requester-writes.js';
import type { TicketService } from '../../tickets/ticket.service.js';
import { noteProven } from '../../tickets/write/ticket-writes.js';
import type { MailAddresses } from '../mail-addresses.js';
import type { MailCourier } from '../out/mail-courier.js';
import { noteBounced } from '../out/outgoing-mail.js';
import type { Bounce } from './automatic.js';
import { earlierCopy, type Headline, holdThread, OvertakenError, settle, type ToRead } from './inbound-mail.js';
import { openingWords, titleOf, wordsOf } from './mail-words.js';
import type { MailFile, ParsedMail } from './parse-mail.js';
import { splitAnswer } from './quoted-text.js';
import { type Thread, threadOf } from './threading.js';

export type { Thread } from './threading.js';

export type FilingParts = {
  readonly dataSource: DataSource;
  readonly addresses: MailAddresses;
  readonly out: MailOutConfig | null;
  readonly courier: MailCourier;
  readonly tickets: TicketService;
  readonly replies: ReplyService;
  readonly files: FileService;
};

type Sender = ParsedMail['from'];
type Circumstances = { readonly recipients: readonly string[]; readonly isWanted: boolean };

/** Whoever writes by mail is nobody of the team, whatever address they write from. */
const callerOf = (key: string): Caller => ({
  kind: 'requester',
  id: `mail ${key}`,
  name: null,
  access: 'REQUESTER',
  address: null,
  door: 'mail',
});

export class MailFiling {
  constructor(private readonly parts: FilingParts) {}

  threadOf(mail: ParsedMail, recipients: readonly string[], manager = this.parts.dataSource.manager) {
    return threadOf(manager, this.parts.addresses, mail, recipients);
  }

  /** From an address that the desk itself writes from. */
  isOwn({ from }: Pick<ParsedMail, 'from'>): boolean {
    const { out, addresses } = this.parts;
    if (!from || !out) return false;
    const isSigned = addresses.keyIn('r', from.address) !== null || addresses.keyIn('b', from.address) !== null;
    return isSigned || from.address === out.from.address.toLowerCase();
  }

  async isBlocked({ from }: Pick<ParsedMail, 'from'>): Promise<boolean> {
    const rows = await this.parts.dataSource.query<unknown[]>(
      `select from requester join requester_email on requester_id = requester.id
       where address = $1 and blocked_at is not null`,
      [from?.address ?? null],
    );
    return rows.length > 0;
  }

  /** Of the outgoing mail whose envelope address this came back to. */
  async ticketOfReport(recipients: readonly string[]): Promise<number | null> {
    const [row] = await this.parts.dataSource.query<{ number: number | null }[]>(
      'select ticket_number as number from outgoing_mail where id = $1::bigint',
      [this.keyOfReport(recipients)],
    );
    return row?.number ?? null;
  }

  /** Marks the mail that came back, and the address where it takes none for good. */
  async asBounce(key: string, head: Headline, bounce: Bounce, recipients: readonly string[]): Promise<void> {
    await inTransaction(this.parts.dataSource, async (manager) => {
      const [mail] = await manager.query<{ key: string; ticketNumber: number | null; replyKey: string | null }[]>(
        `select id::text as key, ticket_number as "ticketNumber", reply_id::text as "replyKey" from outgoing_mail
         where id = $1::bigint or ($1 is null and message_id = $2)`,
        [this.keyOfReport(recipients), bounce.messageId],
      );
      const address = mail ? await noteBounced(manager, mail.key, bounce.reason) : null;
      if (address && bounce.isForGood) await noteBouncing(manager, address);
      const verdict = mail ? bounce.reason : `A mail that the desk does not know came back. ${bounce.reason}`;
      const { ticketNumber = null, replyKey = null } = mail ?? {};
      await settle(manager, key, head, { state: 'bounce', verdict, ticketNumber, replyKey });
    });
  }

  /** @throws OvertakenError */
  async asWords(
    mail: ToRead,
    parsed: ParsedMail,
    head: Headline,
    thread: Thread | null,
    circumstances: Circumstances,
  ): Promise<void> {
    if (thread === null) return this.asTicket(mail, parsed, head, null, circumstances);
    try {
      await this.asMessage(mail, parsed, head, thread);
    } catch (error) {
      // Finished long ago, or deleted meanwhile.
      if (!(error instanceof WrongStateError || error instanceof NotFoundError)) throw error;
      await this.asTicket(mail, parsed, head, thread, circumstances);
    }
  }

  /** A ticket of the mail as it came, where it cannot be read. */
  async asFile(mail: ToRead, { from, subject }: Pick<ParsedMail, 'from' | 'subject'>, head: Headline): Promise<void> {
    const caller = callerOf(mail.key);
    const verdict = 'Its form cannot be read. It is attached to a ticket as it came.';
    const attachmentKeys = await this.keep(caller, [{ name: 'message.eml', content: mail.raw }]);
    await this.parts.tickets.create(
      caller,
      { title: titleOf(subject), description: 'This mail could not be read. It is attached as it came.' },
      {
        attachmentKeys,
        requesterKey: await this.requester(from),
        alongside: (manager, { number }) =>
          settle(manager, mail.key, head, { state: 'failed', verdict, ticketNumber: number }),
      },
    );
  }

  private async asMessage(mail: ToRead, parsed: ParsedMail, head: Headline, thread: Thread): Promise<void> {
    const { replies } = this.parts;
    const { ticketNumber, provenAddress } = thread;
    const caller = callerOf(mail.key);
    const { body: answer, quoted } = splitAnswer(parsed.text);
    const { body, files } = wordsOf(answer, parsed.files);
    const { key, isKnown } = await this.authorOn(ticketNumber, parsed.from);
    const attachmentKeys = await this.keep(caller, files);
    const input = { body, quotedBody: quoted, requesterKey: key, channel: Channel.EMAIL, attachmentKeys };
    const verdict = isKnown ? thread.verdict : `${thread.verdict} Its sender was not on the ticket before.`;
    await replies.receive(caller, ticketNumber, input, async (manager, reply) => {
      if (provenAddress !== null && provenAddress === parsed.from?.address) {
        await noteVerified(manager, provenAddress);
        if (isKnown) await noteProven(manager, ticketNumber);
      }
      await this.refuseCopy(manager, mail.key, head);
      await settle(manager, mail.key, head, { state: 'threaded', verdict, ticketNumber, replyKey: reply.key });
    });
  }

  private async asTicket(
    mail: ToRead,
    parsed: ParsedMail,
    head: Headline,
    old: Thread | null,
    { recipients, isWanted }: Circumstances,
  ): Promise<void> {
    const { tickets, courier } = this.parts;
    const caller = callerOf(mail.key);
    const { body, files } = openingWords(parsed);
    const more = old === null ? '' : `\n\nThis goes on from T-${old.ticketNumber}.`;
    const verdict =
      old === null ? 'It belongs to no ticket.' : `It goes on from T-${old.ticketNumber}, which is finished.`;
    const requesterKey = await this.requester(parsed.from);
    const attachmentKeys = await this.keep(caller, files);
    await tickets.create(
      caller,
      { title: titleOf(parsed.subject), description: body + more },
      {
        attachmentKeys,
        requesterKey,
        alongside: async (manager, { number }) => {
          if (parsed.from) await courier.carryAcknowledgement(manager, number, parsed.from.address);
          await this.refuseCopy(manager, mail.key, head);
          // What it answers, or what answers it, may have come to be a ticket at this moment.
          const thread = old || isWanted ? null : await this.threadOf(parsed, recipients, manager);
          if (thread !== null) throw new OvertakenError('It belongs to a ticket by now.');
          await settle(manager, mail.key, head, { state: 'new_ticket', verdict, ticketNumber: number });
        },
      },
    );
  }

  private async refuseCopy(manager: EntityManager, key: string, head: Headline): Promise<void> {
    await holdThread(manager, head);
    if (await earlierCopy(manager, key, head)) throw new OvertakenError('The same mail was read at this moment.');
  }

  private keyOfReport(recipients: readonly string[]): string | null {
    return recipients.map((address) => this.parts.addresses.keyIn('b', address)).find((key) => key !== null) ?? null;
  }

  /** Whoever asked, by one of their addresses; anybody else is somebody new, and whoever asked stays who they were. */
  private async authorOn(ticketNumber: number, from: Sender): Promise<{ key: number | null; isKnown: boolean }> {
    const [row] = await this.parts.dataSource.query<{ key: number }[]>(
      `select ticket.requester_id as key from ticket join requester_email using (requester_id)
       where number = $1 and address = $2`,
      [ticketNumber, from?.address ?? null],
    );
    return row ? { key: row.key, isKnown: true } : { key: await this.requester(from), isKnown: false };
  }

  private requester(from: Sender): Promise<number | null> {
    return inTransaction(this.parts.dataSource, (manager) =>
      attachRequester(manager, { key: null, email: from?.address ?? null, name: from ? from.name : 'Unknown sender' }),
    );
  }

  private async keep(caller: Caller, files: readonly MailFile[]): Promise<string[]> {
    const keys: string[] = [];
    for (const { name, content } of files) {
      const parts = (async function* () {
        yield content;
      })();
      keys.push((await this.parts.files.receive(caller, { fileName: name, size: content.length, parts })).key);
    }
    return keys;
  }
}
