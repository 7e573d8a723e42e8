/** Writes to the desk as its customers do: by SMTP, from a mail program, with the mail that is answered quoted below. */
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Mailbox } from '../../src/config-mail.js';
import { letterHtml, letterText } from '../../src/mail/out/letter-text.js';
import { Smtp } from '../../src/mail/out/smtp.js';
import type { SunkMail } from './mail-sink.js';

export type CustomerMail = { readonly from: Mailbox; readonly subject: string; readonly words: string };

export class Customers {
  readonly #smtp: Smtp;

  constructor(
    { port }: AddressInfo,
    private readonly deskAddress: string,
  ) {
    this.#smtp = new Smtp({ url: `smtp://127.0.0.1:${port}` });
  }

  /** @throws SmtpFault */
  write({ from, subject, words }: CustomerMail): Promise<void> {
    return this.send(from, this.deskAddress, subject, words, []);
  }

  /** Where the mail asks to be answered, from the address that it went to. @throws SmtpFault */
  answer({ to, read, takenAt }: SunkMail, words: string): Promise<void> {
    const { replyTo, from, subject = '', messageId = '', references = '', text = '' } = read;
    const address = replyTo?.[0]?.address ?? from?.address ?? this.deskAddress;
    const quoted = text
      .trim()
      .split(/\r?\n/)
      .map((line) => `> ${line}`.trimEnd());
    const quote = `On ${takenAt.toUTCString()}, ${from?.name || address} wrote:\n${quoted.join('\n')}`;
    const known = [...references.split(/\s+/), messageId].filter((id) => id !== '');
    const answered = /^re:/i.test(subject) ? subject : `Re: ${subject}`;
    return this.send({ name: null, address: to }, address, answered, `${words}\n\n${quote}`, known);
  }

  close(): void {
    this.#smtp.close();
  }

  private async send(from: Mailbox, to: string, subject: string, body: string, references: readonly string[]) {
    const words = { body, signature: null, link: null, footer: [] };
    await this.#smtp.send({
      from,
      to,
      sender: from.address,
      replyTo: null,
      subject,
      messageId: `<${randomBytes(18).toString('hex')}@customer.example>`,
      references,
      autoSubmitted: null,
      text: letterText(words),
      html: letterHtml(words),
      files: [],
    });
  }
}
