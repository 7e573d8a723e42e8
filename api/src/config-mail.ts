/** The part of the configuration that is about mail. Without any of it the desk sends none and takes none. */
import type { Variables } from './config-variables.js';

export type MailConfig = {
  /** Null: nothing is sent. */
  readonly out: MailOutConfig | null;
  readonly in: MailInConfig;
};

export type MailOutConfig = {
  /** The server that takes mail, with user name and password where it wants them. */
  readonly url: string;
  readonly from: Mailbox;
  /** Where mail to any address before the @ comes back to the desk; null: answers go to `from`. */
  readonly replyDomain: string | null;
};

export type MailInConfig = {
  /** Opens POST /mail/in; null: there is no such address. */
  readonly token: string | null;
  /** Where mail is taken by SMTP; null: nowhere. */
  readonly listen: ListenConfig | null;
  /** The mailbox that is read, with user name and password; null: none. */
  readonly imapUrl: string | null;
};

export type ListenConfig = { readonly host: string; readonly port: number };

export type Mailbox = { readonly name: string | null; readonly address: string };

const mailAddress = /^[^\s@"<>,;:\\()[\]]+@[^\s@"<>,;:\\()[\]]+$/;

/** `desk@example.org` or `Example Support <desk@example.org>`; null for anything else. */
export function readMailbox(text: string): Mailbox | null {
  const [, name, bracketed] = /^([^<>"\p{Cc}]*)<([^<>]+)>$/u.exec(text.trim()) ?? [];
  const address = bracketed?.trim() ?? text.trim();
  return mailAddress.test(address) ? { name: name?.trim() || null, address } : null;
}

/** `2525`, `127.0.0.1:2525` or `[::1]:2525`; null for anything else. */
export function readListen(text: string): ListenConfig | null {
  const [, bracketed, host, port] = /^(?:\[([\da-f:]+)\]:|([\w.-]+):)?(\d{1,5})$/i.exec(text.trim()) ?? [];
  const number = Number(port);
  return port !== undefined && number <= 65_535 ? { host: bracketed ?? host ?? '127.0.0.1', port: number } : null;
}

/** What no single variable can see. */
export function mailConflicts(given: Readonly<Record<string, string | undefined>>): string[] {
  const problems: string[] = [];
  if (given.SMTP_URL && !given.MAIL_FROM)
    problems.push('SMTP_URL needs MAIL_FROM: set the address that mail comes from.');
  if (given.MAIL_FROM && !given.SMTP_URL) problems.push('MAIL_FROM needs SMTP_URL: set the server that takes mail.');
  if (given.MAIL_REPLY_DOMAIN && !given.SMTP_URL)
    problems.push('MAIL_REPLY_DOMAIN needs SMTP_URL: without it nothing is sent that could be answered.');
  if (given.MAIL_LISTEN && !given.MAIL_FROM)
    problems.push('MAIL_LISTEN needs MAIL_FROM: only mail to the desk itself is taken.');
  return problems;
}

export function mailConfig(values: Variables): MailConfig {
  const { SMTP_URL, MAIL_FROM, MAIL_REPLY_DOMAIN, MAIL_IN_TOKEN, MAIL_LISTEN, MAIL_IMAP_URL } = values;
  const out = SMTP_URL && MAIL_FROM ? { url: SMTP_URL, from: MAIL_FROM, replyDomain: MAIL_REPLY_DOMAIN ?? null } : null;
  return { out, in: { token: MAIL_IN_TOKEN ?? null, listen: MAIL_LISTEN ?? null, imapUrl: MAIL_IMAP_URL ?? null } };
}
