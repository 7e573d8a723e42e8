/** The part of the configuration that is about mail. Without any of it the desk sends none and takes none. */
import type { Variables } from './config-variables.js';

export type MailConfig = {
  /** Null: nothing is sent. */
  readonly out: MailOutConfig | null;
  readonly in: MailInConfig;
  /** For servers that are given a user name and no password; null: none takes access tokens. */
  readonly oauth: MailOAuthConfig | null;
};

/** Where access tokens come from, and what they are asked for with. */
export type MailOAuthConfig = {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string | null;
  /** Null: the application asks in its own name, not for a person who consented. */
  readonly refreshToken: string | null;
  readonly scope: string | null;
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

/** A server on this machine needs no encryption to be reached, and often has none. */
export const isLocal = (host: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/.test(host);

/** `https://…`, or `http://…` on this machine: what is sent there is secret. */
export function isTokenUrl(text: string): boolean {
  const url = URL.parse(text);
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal(url.hostname));
}

/** Whether the server at this address is shown an access token, because there is no password for it. */
export function takesToken(url: string): boolean {
  const { username, password } = new URL(url);
  return username !== '' && password === '';
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
  return [...problems, ...oauthConflicts(given)];
}

const oauthNames = ['TOKEN_URL', 'CLIENT_ID', 'CLIENT_SECRET', 'REFRESH_TOKEN', 'SCOPE'].map(
  (name) => `MAIL_OAUTH_${name}`,
);

function oauthConflicts(given: Readonly<Record<string, string | undefined>>): string[] {
  const set = oauthNames.filter((name) => given[name]);
  if (set.length === 0) return [];
  const problems: string[] = [];
  const missing = ['MAIL_OAUTH_TOKEN_URL', 'MAIL_OAUTH_CLIENT_ID'].filter((name) => !given[name]);
  if (missing.length > 0)
    problems.push(`${missing.join(' and ')} must be set too: no access token can be fetched without.`);
  if (!given.MAIL_OAUTH_REFRESH_TOKEN && !(given.MAIL_OAUTH_CLIENT_SECRET && given.MAIL_OAUTH_SCOPE))
    problems.push(
      'MAIL_OAUTH_REFRESH_TOKEN is missing: set it, or MAIL_OAUTH_CLIENT_SECRET and MAIL_OAUTH_SCOPE for access in the name of the application.',
    );
  const servers = [given.SMTP_URL, given.MAIL_IMAP_URL].filter((url) => url && URL.canParse(url) && takesToken(url));
  if (servers.length === 0)
    problems.push(
      `${set.join(', ')} would not be used: give SMTP_URL or MAIL_IMAP_URL a user name and no password, such as imaps://desk%40example.org@imap.example.org/INBOX.`,
    );
  return problems;
}

export function mailConfig(values: Variables): MailConfig {
  const { SMTP_URL, MAIL_FROM, MAIL_REPLY_DOMAIN, MAIL_IN_TOKEN, MAIL_LISTEN, MAIL_IMAP_URL } = values;
  const out = SMTP_URL && MAIL_FROM ? { url: SMTP_URL, from: MAIL_FROM, replyDomain: MAIL_REPLY_DOMAIN ?? null } : null;
  return {
    out,
    in: { token: MAIL_IN_TOKEN ?? null, listen: MAIL_LISTEN ?? null, imapUrl: MAIL_IMAP_URL ?? null },
    oauth: oauthConfig(values),
  };
}

function oauthConfig(values: Variables): MailOAuthConfig | null {
  const { MAIL_OAUTH_TOKEN_URL: tokenUrl, MAIL_OAUTH_CLIENT_ID: clientId } = values;
  if (tokenUrl === undefined || clientId === undefined) return null;
  return {
    tokenUrl,
    clientId,
    clientSecret: values.MAIL_OAUTH_CLIENT_SECRET ?? null,
    refreshToken: values.MAIL_OAUTH_REFRESH_TOKEN ?? null,
    scope: values.MAIL_OAUTH_SCOPE ?? null,
  };
}
