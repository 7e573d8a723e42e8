/** Many programs name one character set and send another. What is declared comes first, then UTF-8, then windows-1252. */

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const windows1252 = new TextDecoder('windows-1252');
const byteOf = new Map(
  [...windows1252.decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))].map((letter, byte) => [letter, byte]),
);

/** What could not be decoded by what was declared. */
export function countUnreadable(text: string): number {
  return text.split('\uFFFD').length - 1;
}

/** Headers of bytes that nobody encoded become UTF-8; the words of the mail stay as they are. */
export function withReadableHeaders(raw: Buffer): Buffer {
  const end = raw.indexOf('\r\n\r\n') >= 0 ? raw.indexOf('\r\n\r\n') : raw.indexOf('\n\n');
  const head = end < 0 ? raw : raw.subarray(0, end);
  if (isUtf8(head)) return raw;
  return Buffer.concat([Buffer.from(windows1252.decode(head)), end < 0 ? Buffer.alloc(0) : raw.subarray(end)]);
}

/** The same mail, with what says UTF-8, or nothing, taken for windows-1252. */
export function asWindows1252(raw: Buffer): Buffer {
  const text = raw.toString('latin1');
  const named = text
    .replace(/(charset[ \t]*=[ \t]*)"?(?:utf-?8|us-ascii)"?/gi, '$1windows-1252')
    .replace(
      /^(content-type:[ \t]*text\/(?:plain|html))(?=[ \t]*;?[ \t]*\r?\n(?![ \t]))/gim,
      '$1; charset=windows-1252',
    );
  const end = named.search(/\r?\n\r?\n/);
  const hasType = /^content-type:/im.test(end < 0 ? named : named.slice(0, end));
  return Buffer.from(hasType ? named : `Content-Type: text/plain; charset=windows-1252\r\n${named}`, 'latin1');
}

/** UTF-8 that was read as windows-1252. Words that only look so are practically none. */
export function mended(text: string): string {
  if (!/[\u0080-\u{10FFFF}]/u.test(text)) return text;
  const bytes: number[] = [];
  for (const letter of text) {
    const byte = byteOf.get(letter);
    if (byte === undefined) return text;
    bytes.push(byte);
  }
  try {
    return strictUtf8.decode(Uint8Array.from(bytes));
  } catch {
    return text;
  }
}

function isUtf8(bytes: Buffer): boolean {
  try {
    strictUtf8.decode(bytes);
    return true;
  } catch {
    return false;
  }
}
