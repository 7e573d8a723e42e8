/**
 * What JSON escapes in a string: quotes, backslashes and control characters. Looked for four bytes at a time, since
 * most texts have none, and no other bytes of UTF-8 look like them.
 */
import type { RowBytes } from '../database/reads/row-bytes.js';

const quote = 0x22;
const backslash = 0x5c;
const firstPrintable = 0x20;

const hexDigits = Buffer.from('0123456789abcdef');
/** Of the control characters that have a letter of their own. */
const letters = new Map(
  Object.entries({ 8: 'b', 9: 't', 10: 'n', 12: 'f', 13: 'r' }).map(([byte, letter]) => [
    Number(byte),
    letter.charCodeAt(0),
  ]),
);

function isEscaped(byte: number): boolean {
  return byte < firstPrintable || byte === quote || byte === backslash;
}

/**
 * Not zero where one of four bytes is to be escaped: a subtraction borrows from the top bit of each byte that is
 * smaller, and what equals a character is zero once that was taken out by XOR. A borrow may run on into the next
 * byte and mark it too, so a mark only says where to look.
 */
function marks(four: number): number {
  const quotes = four ^ 0x22222222;
  const backslashes = four ^ 0x5c5c5c5c;
  const found =
    ((four - 0x20202020) & ~four) | ((quotes - 0x01010101) & ~quotes) | ((backslashes - 0x01010101) & ~backslashes);
  return found & 0x80808080;
}

/** Where the next byte is that must be escaped, or `end`. */
export function nextEscaped({ bytes, words }: RowBytes, start: number, end: number): number {
  let at = start;
  for (; at < end && (at & 3) !== 0; at++) if (isEscaped(bytes[at] as number)) return at;
  while (at < end) {
    const lastWord = end >> 2;
    let word = at >> 2;
    while (word < lastWord && marks(words[word] as number) === 0) word++;
    at = word << 2;
    const border = word < lastWord ? at + 4 : end;
    for (; at < border; at++) if (isEscaped(bytes[at] as number)) return at;
  }
  return end;
}

/** Writes at most six bytes. Answers where they end. */
export function writeEscape(out: Uint8Array, start: number, byte: number): number {
  let at = start;
  out[at++] = backslash;
  const letter = byte < firstPrintable ? letters.get(byte) : byte;
  if (letter !== undefined) {
    out[at++] = letter;
    return at;
  }
  out[at++] = 'u'.charCodeAt(0);
  out[at++] = hexDigits[0] as number;
  out[at++] = hexDigits[0] as number;
  out[at++] = hexDigits[byte >> 4] as number;
  out[at++] = hexDigits[byte & 15] as number;
  return at;
}
