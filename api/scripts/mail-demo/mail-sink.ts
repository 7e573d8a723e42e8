/** Takes all that the desk sends, as a mail server would, and passes nothing on. The latest mails are kept in memory. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export type SunkMail = {
  readonly number: number;
  readonly to: string;
  readonly takenAt: Date;
  readonly raw: Buffer;
  readonly read: Email;
};

const mostKept = 200;
const mostBytes = 25 * 2 ** 20;

export class MailSink {
  readonly #mails: SunkMail[] = [];
  #count = 0;
  readonly #server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: mostBytes,
    onData: (stream, { envelope }, done) => {
      buffer(stream)
        .then((raw) => this.keep(raw, envelope.rcptTo[0]?.address ?? ''))
        .then(() => done(), done);
    },
  });

  /** Answers the port. */
  async listen(): Promise<number> {
    // A connection that breaks off ends with the desk's own try.
    this.#server.on('error', () => undefined);
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server.server, 'listening');
    return (this.#server.server.address() as AddressInfo).port;
  }

  /** Latest first. */
  get mails(): readonly SunkMail[] {
    return this.#mails;
  }

  get count(): number {
    return this.#count;
  }

  mail(number: number): SunkMail | null {
    return this.#mails.find((mail) => mail.number === number) ?? null;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  private async keep(raw: Buffer, to: string): Promise<void> {
    const read = await PostalMime.parse(raw);
    this.#count += 1;
    this.#mails.unshift({ number: this.#count, to, takenAt: new Date(), raw, read });
    this.#mails.splice(mostKept);
  }
}
