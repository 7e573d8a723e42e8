/**
 * Takes mail by SMTP, from a mail server that hands over what is for the desk. It relays nothing: whoever is not the desk is no
 * recipient here. It speaks no TLS and knows no passwords, so it belongs on loopback or a network of one's own.
 */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { SMTPServer } from 'smtp-server';
import type { ListenConfig, MailOutConfig } from '../../config-mail.js';
import type { Logger } from '../../logger.js';
import { type MailIntake, mostMailBytes } from './mail-intake.js';

const mostClients = 50;
const silenceMs = 60_000;

type Stream = Readable & { readonly sizeExceeded?: boolean };

const refusal = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });

export class MailListener {
  readonly #server: SMTPServer;

  constructor(
    private readonly config: ListenConfig,
    private readonly out: Pick<MailOutConfig, 'from' | 'replyDomain'>,
    private readonly intake: MailIntake,
    private readonly log: Logger,
  ) {
    this.#server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      size: mostMailBytes,
      maxClients: mostClients,
      socketTimeout: silenceMs,
      onRcptTo: ({ address }, _session, done) =>
        done(this.isOwn(address) ? null : refusal(550, 'No such mailbox here')),
      onData: (stream, { envelope }, done) => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        const recipients = envelope.rcptTo.map(({ address }) => address.toLowerCase());
        this.take(stream, from, recipients).then(() => done(), done);
      },
    });
    this.#server.on('error', (error: Error) =>
      log.info({ err: error }, 'A connection to the mail listener broke off.'),
    );
  }

  /** @throws when another program listens on this address and port */
  async listen(): Promise<AddressInfo> {
    this.#server.listen(this.config.port, this.config.host);
    await once(this.#server.server, 'listening');
    return this.#server.server.address() as AddressInfo;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  /** The desk's address with whatever follows a plus, and all of the domain that answers come back to. */
  private isOwn(text: string): boolean {
    const at = text.lastIndexOf('@');
    const [local, domain] = [text.slice(0, at).toLowerCase(), text.slice(at + 1).toLowerCase()];
    const { from, replyDomain } = this.out;
    return domain === replyDomain || `${local.replace(/\+.*$/, '')}@${domain}` === from.address.toLowerCase();
  }

  private async take(stream: Stream, from: string, recipients: readonly string[]): Promise<void> {
    const parts: Buffer[] = [];
    // Read to its end even where it is too large, or the connection hangs.
    for await (const part of stream) {
      if (stream.sizeExceeded) parts.length = 0;
      else parts.push(part as Buffer);
    }
    if (stream.sizeExceeded) throw refusal(552, 'The mail is larger than the desk takes');
    // As a mail server notes who is told what became of it.
    const raw = Buffer.concat([Buffer.from(`Return-Path: <${from.replace(/[^\x21-\x7e]/g, '')}>\r\n`), ...parts]);
    try {
      await this.intake.take('smtp', raw, recipients);
    } catch (error) {
      this.log.warn({ err: error }, 'A mail could not be kept; its sender keeps it.');
      throw refusal(451, 'The desk cannot keep the mail at the moment, try again later');
    }
  }
}
