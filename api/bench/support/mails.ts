/** Mails of a bench, and two of the ways by which they come. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Server } from './servers.js';

export const mailToken = 'a-token-for-the-mail-of-the-bench';
export const words =
  'The printer takes every job and prints none of them since this morning. What can we do about it? '.repeat(10);
const command = fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url));

/** Each from a sender of its own, so that none is held back for writing too much. */
export function mailOf(name: string): string {
  const headers = [
    `From: Sender ${name} <sender-${name}@example.net>`,
    'To: desk@example.org',
    `Subject: The printer is silent, says ${name}`,
    `Message-ID: <${name}@example.net>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
  ];
  return `${headers.join('\r\n')}\r\n\r\n${words}\r\n`;
}

export async function send(server: Server, mail: string): Promise<void> {
  const answer = await fetch(`${server.url}/mail/in`, {
    method: 'POST',
    headers: { authorization: `Bearer ${mailToken}`, 'content-type': 'message/rfc822' },
    body: mail,
  });
  await answer.arrayBuffer();
  if (answer.status !== 202) throw new Error(`A mail was answered with ${answer.status}.`);
}

/** As a mail server's pipe does. */
export async function pipe(server: Server, mail: string): Promise<void> {
  const { hostname, port } = new URL(server.url);
  const env = { PATH: process.env.PATH, HOST: hostname, PORT: port, MAIL_IN_TOKEN: mailToken };
  const child = spawn(process.execPath, [command, 'mail:in'], { env, stdio: ['pipe', 'ignore', 'inherit'] });
  child.stdin.end(mail);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`A mail through the pipe ended with ${code}.`);
}
