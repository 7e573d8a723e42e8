/**
 * The headers of Standard Webhooks. A secret is derived from the desk's key and a nonce that stands in the row, so that a
 * copy of the database tells none of them; another nonce is another secret.
 */
import { createHmac, randomBytes } from 'node:crypto';
import type { Signer } from '../files/file-addresses.js';

const purpose = 'webhook secret';

export const newNonce = () => randomBytes(18).toString('base64url');
export const newMessageId = () => `msg_${randomBytes(18).toString('base64url')}`;

function keyOf(signer: Signer, nonce: string): Buffer {
  return Buffer.from(signer.sign(purpose, nonce).slice(nonce.length + 1), 'base64url');
}

/** As the receiver keeps it. */
export function secretOf(signer: Signer, nonce: string): string {
  return `whsec_${keyOf(signer, nonce).toString('base64')}`;
}

/** Each nonce adds a signature, of which the receiver needs to know one. */
export function signedHeaders(
  signer: Signer,
  nonces: readonly string[],
  messageId: string,
  at: Date,
  body: string,
): Record<string, string> {
  const seconds = String(Math.floor(at.getTime() / 1_000));
  const signatures = nonces.map((nonce) => {
    const mac = createHmac('sha256', keyOf(signer, nonce)).update(`${messageId}.${seconds}.${body}`);
    return `v1,${mac.digest('base64')}`;
  });
  return {
    'content-type': 'application/json',
    'user-agent': 'Relaydesk',
    'webhook-id': messageId,
    'webhook-timestamp': seconds,
    'webhook-signature': signatures.join(' '),
  };
}
