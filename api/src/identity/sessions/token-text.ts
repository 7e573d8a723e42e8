/** What a token looks like: `rdk_`, eight letters that name it, `_`, 32 random characters, and a checksum that tells a typing fault from a wrong key. */
import { randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

const letters = 'abcdefghijklmnopqrstuvwxyz';
const alphabet = `${letters}${letters.toUpperCase()}0123456789`;

const pick = (from: string, count: number) =>
  Array.from({ length: count }, () => from[randomInt(from.length)]).join('');

/** Six characters hold 32 bits. */
function checksum(text: string): string {
  let rest = crc32(text);
  let sum = '';
  for (let index = 0; index < 6; index++) {
    sum += alphabet[rest % alphabet.length];
    rest = Math.floor(rest / alphabet.length);
  }
  return sum;
}

export function newToken(): { readonly prefix: string; readonly token: string } {
  const prefix = `rdk_${pick(letters, 8)}`;
  const body = `${prefix}_${pick(alphabet, 32)}`;
  return { prefix, token: body + checksum(body) };
}

export function isTokenText(text: string): boolean {
  return /^rdk_[a-z]{8}_[A-Za-z0-9]{38}$/.test(text) && checksum(text.slice(0, -6)) === text.slice(-6);
}
