/** `npm run mail:doctor [-- ADDRESS]`: tries mail in both directions and says what to do. With an address it sends a mail there. */
import { randomBytes } from 'node:crypto';
import { type Config, ConfigError, loadConfig } from '../src/config.js';
import { AccessTokens } from '../src/mail/access-tokens.js';
import { checkMailbox, reasonOf } from '../src/mail/in/mailbox-connection.js';
import { letterHtml, letterText } from '../src/mail/out/letter-text.js';
import { Smtp } from '../src/mail/out/smtp.js';

const patienceMs = 5_000;

/** A line without a name goes on with what the one above says. */
function print(name: string, value: string): void {
  const label = name === '' ? '' : `${name}:`;
  console.log(`${label.padEnd(12)}${value}`);
}

/** Answers whether it works, or is not wanted. */
async function tryTokens({ oauth }: Config['mail'], tokens: AccessTokens | null): Promise<boolean> {
  if (oauth === null || tokens === null) return true;
  print(
    'Tokens',
    `from ${new URL(oauth.tokenUrl).host}, ${oauth.refreshToken ? 'by the refresh token' : 'in the name of the application'}`,
  );
  try {
    await tokens.current();
    print('', 'It gives access tokens.');
    return true;
  } catch (error) {
    print('', (error as Error).message);
    return false;
  }
}

/** Answers whether it works, or is not wanted. */
async function tryMailbox({ in: { imapUrl } }: Config['mail'], tokens: AccessTokens | null): Promise<boolean> {
  if (imapUrl === null) return true;
  print('Mailbox', new URL(imapUrl).host);
  try {
    await checkMailbox(imapUrl, tokens);
    print('', 'It can be read.');
    return true;
  } catch (error) {
    print('', reasonOf(error));
    print('', 'Check host, port, user name, password and folder of MAIL_IMAP_URL.');
    return false;
  }
}

/** Answers whether it works, or is not wanted. */
async function tryOut({ out }: Config['mail'], tokens: AccessTokens | null, to: string | undefined): Promise<boolean> {
  if (out === null) {
    print('Out', 'not set up. Set SMTP_URL and MAIL_FROM to send mail.');
    return true;
  }
  const { protocol, host } = new URL(out.url);
  print('Out', `${protocol}//${host}, from ${out.from.address}`);
  print(
    'Answers',
    out.replyDomain ? `to ${out.replyDomain}` : 'to MAIL_FROM; set MAIL_REPLY_DOMAIN for signed addresses',
  );
  const smtp = new Smtp(out, tokens);
  try {
    await smtp.check();
    print('', 'The server is there and lets the desk in.');
    if (to === undefined) return true;
    const words = { body: 'This mail shows that the desk can send.', signature: null, link: null, footer: [] };
    const domain = out.from.address.slice(out.from.address.lastIndexOf('@') + 1);
    await smtp.send({
      from: out.from,
      to,
      sender: out.from.address,
      replyTo: null,
      subject: 'A test of your support desk',
      messageId: `<${randomBytes(18).toString('hex')}@${domain}>`,
      references: [],
      autoSubmitted: 'auto-generated',
      text: letterText(words),
      html: letterHtml(words),
      files: [],
    });
    print('', `It took a mail to ${to}. Where it does not arrive, look at SPF, DKIM and DMARC of ${domain}.`);
    return true;
  } catch (error) {
    print('', (error as Error).message);
    print(
      '',
      'Check host, port, user name and password of SMTP_URL; smtps:// is for port 465, smtp:// for 587 and 25.',
    );
    return false;
  } finally {
    smtp.close();
  }
}

async function tryIn({ server, mail }: Config): Promise<boolean> {
  const { token } = mail.in;
  if (token === null) {
    print('In', 'not set up. Set MAIL_IN_TOKEN to take mail at POST /mail/in.');
    return true;
  }
  const host = server.host === '0.0.0.0' ? '127.0.0.1' : server.host;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${server.port}/mail/in`;
  print('In', `POST ${url}`);
  try {
    // Without a mail nothing is kept, and the token has been compared.
    const { status } = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'message/rfc822' },
      signal: AbortSignal.timeout(patienceMs),
    });
    const cures: Record<number, string> = {
      400: 'The desk takes mail there.',
      401: 'The desk that runs has another MAIL_IN_TOKEN: start it again.',
      404: 'The desk that runs was started without MAIL_IN_TOKEN: start it again.',
    };
    print('', cures[status] ?? `Something else answers there, with ${status}.`);
    return status === 400;
  } catch {
    print('', 'No desk answers there: start it, then try again.');
    return false;
  }
}

try {
  const config = loadConfig(process.env);
  const tokens = config.mail.oauth && new AccessTokens(config.mail.oauth);
  const results = [
    await tryTokens(config.mail, tokens),
    await tryOut(config.mail, tokens, process.argv[2]),
    await tryMailbox(config.mail, tokens),
    await tryIn(config),
  ];
  process.exitCode = results.every(Boolean) ? 0 : 1;
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
