/** Mail that tests hand to a desk, byte by byte as they want it. */
import type { TestDesk } from './desk.js';
import { eventually } from './eventually.js';

export const mailToken = 'a-token-for-the-mail-of-this-desk';

export type Filed = { id: string; state: string };

/** Lines end as on the wire. */
export const raw = (...parts: (string | Buffer)[]) =>
  Buffer.concat(parts.flatMap((part) => [Buffer.isBuffer(part) ? part : Buffer.from(part), Buffer.from('\r\n')]));

export function mail(headers: Record<string, string>, body = 'Words.'): Buffer {
  const all = { From: 'Grace <grace@example.org>', To: 'desk@example.org', Subject: 'Printer', ...headers };
  return raw(...Object.entries(all).flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${value}`])), '', body);
}

export function send(desk: TestDesk, bytes: Buffer, token = mailToken) {
  return fetch(`${desk.url}/mail/in`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'message/rfc822' },
    body: new Uint8Array(bytes),
  });
}

/** Sends it, and waits until it was read. */
export async function deliver(desk: TestDesk, bytes: Buffer): Promise<Filed> {
  let filed: Filed = { id: '', state: 'RECEIVED' };
  await eventually(async () => {
    filed = (await (await send(desk, bytes)).json()) as Filed;
    return filed.state !== 'RECEIVED';
  });
  return filed;
}
