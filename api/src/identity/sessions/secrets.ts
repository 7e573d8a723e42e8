/** Secrets that the desk hands out. It keeps their digests alone, so nothing that it stores opens a door. */
import { createHash, randomBytes } from 'node:crypto';

/** 256 bits in letters that a link, a cookie and a shell all take as they are. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 100 bits that a person can copy from a terminal, in groups of five. */
export function newSetupCode(): string {
  const letters = [...randomBytes(20)].map((byte) => crockford[byte % 32]);
  return [0, 5, 10, 15].map((start) => letters.slice(start, start + 5).join('')).join('-');
}

/** As it was printed, whatever a person made of case, spaces and letters that look alike. */
export function normalSetupCode(typed: string): string {
  const letters = typed
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '');
  return (letters.match(/.{1,5}/g) ?? []).join('-');
}
