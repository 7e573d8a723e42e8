/** Opens a mailbox by IMAP, with a password or an access token: the only file that knows the library. */
import { ImapFlow } from 'imapflow';
import { isLocal, takesToken } from '../../config-mail.js';
import { type AccessTokens, refusedTokenCure } from '../access-tokens.js';

export type MailboxClient = ImapFlow;

type Secret = { readonly pass: string } | { readonly accessToken: string };

const patienceMs = 30_000;
const mostIdleMs = 300_000;

/** @param client To be given listeners; it is not connected. */
type Prepare = (client: MailboxClient) => void;

export function folderOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1)) || 'INBOX';
}

/** @param prepare Called for each attempt: a token that is refused is renewed once. @throws where nobody is let in */
export async function openMailbox(url: string, tokens: AccessTokens | null, prepare: Prepare): Promise<void> {
  if (tokens === null || !takesToken(url))
    return open(url, { pass: decodeURIComponent(new URL(url).password) }, prepare);
  const accessToken = await tokens.current();
  try {
    await open(url, { accessToken }, prepare);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await openOnceMore(url, await tokens.renewed(accessToken), prepare);
  }
}

async function openOnceMore(url: string, accessToken: string, prepare: Prepare): Promise<void> {
  try {
    await open(url, { accessToken }, prepare);
  } catch (error) {
    throw isRefusal(error) ? new Error(`${reasonOf(error)}. ${refusedTokenCure}`) : error;
  }
}

/** Whether it can be opened at all. @throws where it cannot */
export async function checkMailbox(url: string, tokens: AccessTokens | null): Promise<void> {
  let opened: MailboxClient | null = null;
  try {
    await openMailbox(url, tokens, (client) => {
      opened?.close();
      opened = client.on('error', () => undefined);
    });
  } finally {
    (opened as MailboxClient | null)?.close();
  }
}

async function open(url: string, secret: Secret, prepare: Prepare): Promise<void> {
  const { hostname, port, protocol, username } = new URL(url);
  const secure = protocol === 'imaps:';
  const client = new ImapFlow({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || (secure ? 993 : 143)),
    secure,
    // What lets in never goes over the network in clear.
    ...(secure || isLocal(hostname) ? {} : { doSTARTTLS: true }),
    auth: { user: decodeURIComponent(username), ...secret },
    logger: false,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    maxIdleTime: mostIdleMs,
  });
  prepare(client);
  await client.connect();
  await client.mailboxOpen(folderOf(url), { readOnly: true });
}

const isRefusal = (error: unknown) => (error as { authenticationFailed?: boolean }).authenticationFailed === true;

export function reasonOf(error: unknown): string {
  const { responseText, message } = error as { responseText?: string; message?: string };
  return (responseText ?? message ?? String(error)).replace(/\s+/g, ' ');
}
