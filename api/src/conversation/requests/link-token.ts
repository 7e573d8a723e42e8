/**
 * What stands behind the # of a requester's link: 6 bytes of the link's id, 12 of its nonce, and 18 of a MAC over both and
 * the generation. 36 bytes are 48 letters with nothing left over, so that each token has one spelling alone.
 */
import { timingSafeEqual } from 'node:crypto';
import type { Signer } from '../../files/file-addresses.js';

export type LinkSecret = { readonly id: number; readonly nonce: Buffer; readonly generation: number };

const purpose = 'request link';
const [idBytes, nonceBytes, macBytes] = [6, 12, 18];

export const newNonceBytes = nonceBytes;

export function linkToken(signer: Signer, secret: LinkSecret): string {
  const id = Buffer.alloc(idBytes);
  id.writeUIntBE(secret.id, 0, idBytes);
  return Buffer.concat([id, secret.nonce, macOf(signer, secret)]).toString('base64url');
}

export type GivenToken = { readonly id: number; readonly nonce: Buffer; readonly mac: Buffer };

/** What is no token becomes one that fits no link, so that it takes the same way to the same answer. */
export function readToken(token: unknown): GivenToken {
  const isToken = typeof token === 'string' && /^[\w-]{48}$/.test(token);
  const bytes = isToken ? Buffer.from(token, 'base64url') : Buffer.alloc(idBytes + nonceBytes + macBytes);
  return {
    id: bytes.readUIntBE(0, idBytes),
    nonce: bytes.subarray(idBytes, idBytes + nonceBytes),
    mac: bytes.subarray(idBytes + nonceBytes),
  };
}

/** Takes as long for every token. */
export function fits(signer: Signer, { nonce, mac }: GivenToken, secret: LinkSecret): boolean {
  const isNonce = timingSafeEqual(nonce, secret.nonce);
  return timingSafeEqual(mac, macOf(signer, secret)) && isNonce;
}

function macOf(signer: Signer, { id, nonce, generation }: LinkSecret): Buffer {
  const text = `${id} ${nonce.toString('base64url')} ${generation}`;
  const mac = signer.sign(purpose, text).slice(text.length + 1);
  return Buffer.from(mac, 'base64url').subarray(0, macBytes);
}
