/**
 * JSON in one buffer, written from the bytes that PostgreSQL sent: its texts are UTF-8 as JSON's are and are copied, so
 * nearly none of them ever becomes a string. Buffers are used again, for a fresh one costs more than what goes into it.
 */
import type { RowBytes } from '../database/reads/row-bytes.js';
import { nextEscaped, writeEscape } from './escapes.js';

const usualSize = 2 ** 17;
const largestKept = 2 ** 20;
const mostKept = 64;

/** Shorter pieces are copied byte by byte, which is cheaper than a call into native code. */
const shortPiece = 24;

const base64Letters = Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');
const quote = '"'.charCodeAt(0);
const comma = ','.charCodeAt(0);
const dot = '.'.charCodeAt(0);
const zero = '0'.charCodeAt(0);
const [letterT, letterZ] = Buffer.from('TZ') as unknown as [number, number];

/** What can be written into bytes that are at least so long as it needs. */
const instantLength = 24;

export class JsonBytes {
  static readonly #free: JsonBytes[] = [];
  #bytes = Buffer.allocUnsafeSlow(usualSize);
  #length = 0;

  static take(): JsonBytes {
    const bytes = JsonBytes.#free.pop() ?? new JsonBytes();
    bytes.#length = 0;
    return bytes;
  }

  /** Once, when nobody sends from it any more. */
  giveBack(): void {
    if (JsonBytes.#free.length < mostKept && this.#bytes.length <= largestKept) JsonBytes.#free.push(this);
  }

  get written(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Before every write: one into too little room is cut short without an error. */
  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.#bytes.length * 2, this.#length + more));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }

  /** JSON that is there already. */
  json(text: string): void {
    this.#reserve(text.length * 3);
    this.#length += this.#bytes.write(text, this.#length);
  }

  quote(): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = quote;
  }

  comma(): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = comma;
  }

  literal(source: Buffer): void {
    this.copy(source, 0, source.length);
  }

  copy(source: Buffer, start: number, end: number): void {
    this.#reserve(end - start);
    const bytes = this.#bytes;
    let at = this.#length;
    if (end - start > shortPiece) source.copy(bytes, at, start, end);
    else for (let from = start; from < end; from++) bytes[at++] = source[from] as number;
    this.#length += end - start;
  }

  /** What stands between the quotes of a string. */
  text(rows: RowBytes, start: number, end: number): void {
    for (let from = start; from < end; ) {
      const escaped = nextEscaped(rows, from, end);
      this.copy(rows.bytes, from, escaped);
      if (escaped === end) return;
      this.#reserve(6);
      this.#length = writeEscape(this.#bytes, this.#length, rows.bytes[escaped] as number);
      from = escaped + 1;
    }
  }

  /** The name of an enum's value: in_progress as IN_PROGRESS. */
  upper(source: Buffer, start: number, end: number): void {
    this.#reserve(end - start);
    for (let from = start; from < end; from++) {
      const byte = source[from] as number;
      this.#bytes[this.#length++] = byte >= 97 && byte <= 122 ? byte - 32 : byte;
    }
  }

  /** A timestamp in UTC as ISO 8601 with milliseconds. */
  instant(source: Buffer, start: number, end: number): void {
    this.#reserve(instantLength);
    this.#length = writeInstant(this.#bytes, this.#length, source, start, end);
  }

  /** For ids and cursors, as `opaque` spells them. */
  base64url(source: Uint8Array, end: number): void {
    this.#reserve(Math.ceil((end * 4) / 3));
    const bytes = this.#bytes;
    let at = this.#length;
    let from = 0;
    for (; from + 2 < end; from += 3) {
      const three = (byteAt(source, from) << 16) | (byteAt(source, from + 1) << 8) | byteAt(source, from + 2);
      bytes[at++] = byteAt(base64Letters, three >> 18);
      bytes[at++] = byteAt(base64Letters, (three >> 12) & 63);
      bytes[at++] = byteAt(base64Letters, (three >> 6) & 63);
      bytes[at++] = byteAt(base64Letters, three & 63);
    }
    if (from < end) {
      const last = (byteAt(source, from) << 8) | (from + 1 < end ? byteAt(source, from + 1) : 0);
      bytes[at++] = byteAt(base64Letters, last >> 10);
      bytes[at++] = byteAt(base64Letters, (last >> 4) & 63);
      if (from + 1 < end) bytes[at++] = byteAt(base64Letters, (last << 2) & 63);
    }
    this.#length = at;
  }
}

function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] as number;
}

/** From "2026-02-19 10:11:12.3", as PostgreSQL writes it. Answers where it ends. */
export function writeInstant(out: Uint8Array, at: number, source: Buffer, start: number, end: number): number {
  for (let index = 0; index < 19; index++) out[at + index] = source[start + index] as number;
  out[at + 10] = letterT;
  out[at + 19] = dot;
  for (let index = 20; index < 23; index++) {
    out[at + index] = start + index < end ? (source[start + index] as number) : zero;
  }
  out[at + 23] = letterZ;
  return at + instantLength;
}
