import { isUtf8 } from 'node:buffer';
import { parse } from 'node:querystring';

/** What no text contains: every rule for texts refuses it, and names the field where it stands. */
export const notText = '\uD800';

/**
 * The fields of a query string or a form, as many as there are; of a repeated one, all values. A stray percent sign is
 * itself, but bytes that are no UTF-8 are not guessed at: such a value is `notText`.
 */
export function parseUrlencoded(text: string): Record<string, string | string[] | undefined> {
  return parse(text, '&', '=', { maxKeys: 0, decodeURIComponent: decode });
}

/** Of a repeated parameter the last value counts, and an empty one is none. */
export function lastText(value: unknown): string | null {
  const last = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === 'string' && last !== '' ? last : null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    const bytes = Buffer.from(
      Buffer.from(text)
        .toString('latin1')
        .replace(/%([0-9a-f]{2})/gi, byteOf),
      'latin1',
    );
    return isUtf8(bytes) ? bytes.toString() : notText;
  }
}

function byteOf(_escape: string, hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16));
}
