/** Rows as PostgreSQL sent them, in one buffer: each is a DataRow message, and is named by where its columns begin. */
import type { RowSink } from '../server/raw-connection.js';

const usualSize = 2 ** 16;
const largestKept = 2 ** 20;
const mostKept = 64;

/** Type and length of a message, and the number of columns. */
const headLength = 7;

export class RowBytes implements RowSink {
  static readonly #free: RowBytes[] = [];
  bytes = Buffer.allocUnsafeSlow(usualSize);
  /** The same memory, four bytes at a time. */
  words = wordsOf(this.bytes);
  length = 0;

  /** One that was used before, where there is one: memory of that size is dear to get and to give back. */
  static take(): RowBytes {
    const rows = RowBytes.#free.pop() ?? new RowBytes();
    rows.length = 0;
    return rows;
  }

  /** Once, by whoever took it, when nobody reads it any more. */
  giveBack(): void {
    if (RowBytes.#free.length < mostKept && this.bytes.length <= largestKept) RowBytes.#free.push(this);
  }

  append(source: Buffer, start: number, end: number): void {
    const length = this.length + end - start;
    if (length > this.bytes.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(length, this.bytes.length * 2));
      this.bytes.copy(larger, 0, 0, this.length);
      this.bytes = larger;
      this.words = wordsOf(larger);
    }
    source.copy(this.bytes, this.length, start, end);
    this.length = length;
  }

  /** Where the rows are, in their order. */
  places(): number[] {
    const places: number[] = [];
    for (let at = 0; at < this.length; at += 1 + this.bytes.readInt32BE(at + 1)) places.push(at + headLength);
    return places;
  }

  /** A column of the row at that place, as text. */
  text(place: number, column: number): string | null {
    const at = this.#lengthAt(place, column);
    const length = this.bytes.readInt32BE(at);
    return length < 0 ? null : this.bytes.toString('utf8', at + 4, at + 4 + length);
  }

  isNull(place: number, column: number): boolean {
    return this.bytes.readInt32BE(this.#lengthAt(place, column)) < 0;
  }

  #lengthAt(place: number, column: number): number {
    let at = place;
    for (let before = column; before > 0; before--) at += 4 + Math.max(0, this.bytes.readInt32BE(at));
    return at;
  }
}

function wordsOf({ buffer, byteOffset, length }: Buffer): Int32Array {
  return new Int32Array(buffer, byteOffset, length >> 2);
}
