/**
 * `npm run mail:in`: hands the mail on standard input to the desk that runs here, for a mail server that pipes. It ends with
 * what such servers understand: 0 once the desk has the mail, 75 where it should be tried again, 69 where it never will be taken.
 */
import { buffer } from 'node:stream/consumers';
import { ConfigError, loadConfig } from '../src/config.js';

const [taken, refused, later] = [0, 69, 75];
const patienceMs = 60_000;

async function main(): Promise<number> {
  const { server, mail } = loadConfig(process.env);
  const { token } = mail.in;
  if (token === null) return told(later, 'MAIL_IN_TOKEN is not set, so the desk takes no mail.');
  const host = ['0.0.0.0', '::'].includes(server.host) ? '127.0.0.1' : server.host;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${server.port}/mail/in`;
  const raw = await buffer(process.stdin);
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'message/rfc822' },
      body: new Uint8Array(raw),
      signal: AbortSignal.timeout(patienceMs),
    });
    if (answer.status === 202) return taken;
    const isFinal = answer.status === 400 || answer.status === 413;
    return told(
      isFinal ? refused : later,
      `The desk answered ${answer.status}: ${(await answer.text()).slice(0, 200)}`,
    );
  } catch (error) {
    return told(later, `No desk answers at ${url}: ${(error as Error).message}`);
  }
}

function told(code: number, sentence: string): number {
  console.error(sentence);
  return code;
}

process.exitCode = await main().catch((error: unknown) =>
  told(later, error instanceof ConfigError ? error.message : String(error)),
);
