/**
 * Hands mail over to the server that takes it: the only file that knows the library. Names, subjects and addresses go through
 * the library's encoder, so that no text of anybody becomes a header.
 */
import type { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import { isLocal, type Mailbox, type MailOutConfig, takesToken } from '../../config-mail.js';
import { AccessTokenFault, type AccessTokens, refusedTokenCure } from '../access-tokens.js';

export type LetterFile = { readonly fileName: string; readonly mediaType: string; readonly content: Readable };

export type Letter = {
  readonly from: Mailbox;
  readonly to: string;
  /** To whom the mail system tells what became of it. */
  readonly sender: string;
  readonly replyTo: string | null;
  readonly subject: string;
  readonly messageId: string;
  /** Oldest first; the last one is what this answers. */
  readonly references: readonly string[];
  /** What machines are told of it; null for what a person wrote. */
  readonly autoSubmitted: 'auto-generated' | 'auto-replied' | null;
  readonly text: string;
  readonly html: string;
  readonly files: readonly LetterFile[];
};

/** Whether trying again is of no use, and what the server said, for a person. */
export class SmtpFault extends Error {
  constructor(
    message: string,
    readonly isPermanent: boolean,
    /** Whether the server itself is out of reach, whatever the mail. */
    readonly isServers: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

type LibraryError = Error & { code?: string; responseCode?: number; response?: string };

const connectMs = 10_000;
const silenceMs = 30_000;
const longestReason = 300;

export class Smtp {
  readonly #transport: ReturnType<typeof create>;
  readonly #usesTokens: boolean;

  /** @param tokens For a server that is given no password. */
  constructor({ url }: Pick<MailOutConfig, 'url'>, tokens: AccessTokens | null = null) {
    this.#usesTokens = tokens !== null && takesToken(url);
    this.#transport = create(url, tokens);
  }

  /** @throws SmtpFault */
  async send(letter: Letter): Promise<void> {
    const { from, to, sender, replyTo, subject, messageId, references, autoSubmitted, text, html, files } = letter;
    try {
      await this.#transport.sendMail({
        from: { name: from.name ?? '', address: from.address },
        to: { name: '', address: to },
        envelope: { from: sender, to: [to] },
        ...(replyTo === null ? {} : { replyTo: { name: '', address: replyTo } }),
        subject,
        messageId,
        ...(references.length > 0 ? { inReplyTo: references.at(-1), references: [...references] } : {}),
        headers: autoSubmitted ? { 'Auto-Submitted': autoSubmitted, 'X-Auto-Response-Suppress': 'All' } : {},
        text,
        html,
        attachments: files.map(({ fileName, mediaType, content }) => ({
          filename: fileName,
          contentType: mediaType,
          content,
          contentDisposition: 'attachment' as const,
        })),
      });
    } catch (error) {
      throw this.#faultOf(error as LibraryError);
    }
  }

  /** Whether the server is there and lets the desk in. @throws SmtpFault */
  async check(): Promise<void> {
    try {
      await this.#transport.verify();
    } catch (error) {
      throw this.#faultOf(error as LibraryError);
    }
  }

  close(): void {
    this.#transport.close();
  }

  /** 5xx to sender, recipient or words is the last word of this mail; to a password or a greeting it is about the desk. */
  #faultOf(error: LibraryError): SmtpFault {
    if (error instanceof AccessTokenFault) return new SmtpFault(error.message, false, true);
    const { code, responseCode = null, response } = error;
    const isAboutMail = code === 'EENVELOPE' || code === 'EMESSAGE';
    const isPermanent = isAboutMail && responseCode !== null && responseCode >= 500 && responseCode !== 530;
    const said = (response ?? error.message).replace(/\s+/g, ' ').trim().slice(0, longestReason);
    const cure = code === 'EAUTH' && this.#usesTokens ? ` ${refusedTokenCure}` : '';
    const message =
      responseCode === null ? `The mail server cannot be reached: ${said}` : `The mail server said: ${said}${cure}`;
    return new SmtpFault(message, isPermanent, !isAboutMail, { cause: error });
  }
}

function create(text: string, tokens: AccessTokens | null) {
  const url = new URL(text);
  const secure = url.protocol === 'smtps:';
  const user = decodeURIComponent(url.username);
  return createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    // A password never goes over the network in clear.
    requireTLS: !secure && user !== '' && !isLocal(url.hostname),
    ...(user === '' ? {} : { auth: authOf(url, user, takesToken(text) ? tokens : null) }),
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    dnsTimeout: connectMs,
    socketTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** The library asks once more, for a renewed token, where the server refused the first. */
function authOf({ password }: URL, user: string, tokens: AccessTokens | null) {
  if (tokens === null) return { user, pass: decodeURIComponent(password) };
  let last = '';
  return {
    type: 'OAuth2' as const,
    user,
    provisionCallback(
      _user: string,
      renew: boolean,
      done: (error: Error | null, token?: string, ends?: number) => void,
    ) {
      const asked = renew ? tokens.renewed(last) : tokens.current();
      asked.then(
        (token) => {
          last = token;
          // Over at once for the library, so that it comes here each time: how long a token is good is known in one place.
          done(null, token, 1);
        },
        (error: Error) => done(error),
      );
    },
  };
}
