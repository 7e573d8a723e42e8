/**
 * JSON of texts that are computed from two others, kept for as long as the bytes that they were computed from stay the
 * same: lists show the same newest tickets over and over, and a preview costs more than all else of its row.
 */
import { LRUCache } from 'lru-cache';
import type { RowBytes } from '../database/reads/row-bytes.js';

export type Compute = (one: string, other: string) => string;

type Kept = { readonly one: Buffer; readonly other: Buffer; readonly json: Buffer };

const mostKept = 4_000;
const mostBytes = 4 * 2 ** 20;

export class ComputedTexts {
  readonly #kept = new LRUCache<string, Kept>({
    max: mostKept,
    maxSize: mostBytes,
    sizeCalculation: ({ one, other, json }) => one.length + other.length + json.length,
  });

  constructor(private readonly compute: Compute) {}

  /** `key`: the row's own, of which only the latest texts are kept. */
  json(key: string, { bytes }: RowBytes, from: number, to: number, otherFrom: number, otherTo: number): Buffer {
    const kept = this.#kept.get(key);
    if (kept && isSame(kept.one, bytes, from, to) && isSame(kept.other, bytes, otherFrom, otherTo)) return kept.json;
    const text = this.compute(bytes.toString('utf8', from, to), bytes.toString('utf8', otherFrom, otherTo));
    const json = Buffer.from(JSON.stringify(text));
    this.#kept.set(key, { one: copyOf(bytes, from, to), other: copyOf(bytes, otherFrom, otherTo), json });
    return json;
  }
}

function isSame(kept: Buffer, bytes: Buffer, from: number, to: number): boolean {
  return kept.length === to - from && kept.compare(bytes, from, to) === 0;
}

function copyOf(bytes: Buffer, from: number, to: number): Buffer {
  const copy = Buffer.allocUnsafeSlow(to - from);
  bytes.copy(copy, 0, from, to);
  return copy;
}
