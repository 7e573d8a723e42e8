/** How mail arrives in the wild: headers in any order and any bytes, nested parts, every encoding. */
import { raw } from './mail.js';

export type Part = { readonly type?: string; readonly headers?: readonly string[]; readonly body: string | Buffer };

export type Ugly = {
  /** What is odd about it. */
  readonly name: string;
  readonly bytes: Buffer;
  /** Words that somebody must be able to read, in title, text, folded quote or a file's name. */
  readonly words?: readonly string[];
  /** The names of its files. */
  readonly files?: readonly string[];
  readonly state?: string;
};

let count = 0;

/** Headers that most mails have, unless they are given. */
export function headersOf(given: readonly (string | Buffer)[]): (string | Buffer)[] {
  count++;
  const has = (name: string) => given.some((line) => new RegExp(`^${name}:`, 'i').test(line.toString('latin1')));
  const usual = {
    From: `Person ${count} <p${count}@example.net>`,
    To: 'desk@example.org',
    'Message-ID': `<ugly-${count}@example.net>`,
    Subject: `Ugly ${count}`,
    'MIME-Version': '1.0',
  };
  const added = Object.entries(usual).flatMap(([name, value]) => (has(name) ? [] : [`${name}: ${value}`]));
  return [...given, ...added];
}

export function single(headers: readonly (string | Buffer)[], body: string | Buffer): Buffer {
  return raw(...headersOf(headers), '', body);
}

export function multipart(
  kind: string,
  parts: readonly (Part | Buffer)[],
  boundary = 'b',
): { type: string; body: Buffer } {
  const lines = parts.flatMap((part) =>
    Buffer.isBuffer(part)
      ? [`--${boundary}`, part]
      : [`--${boundary}`, ...(part.type ? [`Content-Type: ${part.type}`] : []), ...(part.headers ?? []), '', part.body],
  );
  return { type: `multipart/${kind}; boundary="${boundary}"`, body: raw(...lines, `--${boundary}--`) };
}

export function composed(kind: string, parts: readonly Part[], headers: readonly (string | Buffer)[] = []): Buffer {
  const { type, body } = multipart(kind, parts);
  return single([...headers, `Content-Type: ${type}`], body);
}

export const base64 = (bytes: Buffer | string) => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');

/** At most 60 signs a line, none of them cut. */
export function quotedPrintable(bytes: Buffer): string {
  const signs = [...bytes].map((byte) =>
    byte >= 33 && byte <= 126 && byte !== 61
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  );
  const lines = Array.from({ length: Math.ceil(signs.length / 20) }, (_, line) =>
    signs.slice(line * 20, line * 20 + 20),
  );
  return lines.map((line) => line.join('')).join('=\r\n');
}

/** Outlook's container: attributes of level, tag, length, data and checksum. */
export function tnef(name: string, content: string): Buffer {
  const attribute = (level: number, tag: number, data: Buffer) => {
    const front = Buffer.alloc(9);
    front.writeUInt8(level, 0);
    front.writeUInt32LE(tag, 1);
    front.writeUInt32LE(data.length, 5);
    return Buffer.concat([front, data, Buffer.alloc(2)]);
  };
  return Buffer.concat([
    Buffer.from([0x78, 0x9f, 0x3e, 0x22, 1, 0]),
    attribute(2, 0x00069002, Buffer.alloc(14)),
    attribute(2, 0x00018010, Buffer.from(`${name}\0`)),
    attribute(2, 0x0006800f, Buffer.from(content)),
  ]);
}
