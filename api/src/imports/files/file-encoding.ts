/**
 * Files are UTF-8. What is in another encoding shows at the beginning of the file, as a rule: then the file is refused
 * before any row of it is taken in. What turns up later costs its line alone, like any other fault of a row.
 */
import { isUtf8 } from 'node:buffer';

import { BodyError } from '../../http/wire-faults.js';

/** A file's bytes as they arrive. */
export type FileParts = AsyncIterable<Uint8Array>;

export const newline = 0x0a;
export const carriageReturn = 0x0d;

/** In bytes; small enough to be there at once. */
const beginningSize = 65_536;

const remedy = 'Save it as UTF-8 and send it again; Excel calls that "CSV UTF-8 (Comma delimited)".';

/** The same parts, the first of them once it is certain that they begin a file of UTF-8. @throws BodyError where they do not */
export async function* utf8Parts(file: FileParts): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let size = 0;
  let isChecked = false;
  for await (const part of file) {
    held.push(part);
    size += part.length;
    if (size < beginningSize) continue;
    if (!isChecked) check(wholeLines(Buffer.concat(held).subarray(0, beginningSize)));
    isChecked = true;
    yield* held;
    held = [];
  }
  if (!isChecked) check(Buffer.concat(held));
  yield* held;
}

/** The last line may end in the middle of a character. */
function wholeLines(bytes: Buffer): Buffer {
  return bytes.subarray(0, Math.max(bytes.lastIndexOf(newline), bytes.lastIndexOf(carriageReturn)) + 1);
}

function check(bytes: Buffer): void {
  if (isUtf16(bytes)) throw new BodyError(400, `Nothing is imported: the file is UTF-16. ${remedy}`);
  if (isUtf8(bytes)) return;
  const line = firstBadLine(bytes);
  throw new BodyError(400, `Nothing is imported: the file is not UTF-8, as line ${line} shows. ${remedy}`);
}

/** By its mark, or by the empty half of a Latin letter. */
function isUtf16([first, second]: Buffer): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0;
}

function firstBadLine(bytes: Buffer): number {
  let from = 0;
  for (let line = 1; ; line++) {
    const end = lineEnd(bytes, from);
    if (end < 0 || !isUtf8(bytes.subarray(from, end))) return line;
    from = bytes[end] === carriageReturn && bytes[end + 1] === newline ? end + 2 : end + 1;
  }
}

function lineEnd(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at++) if (bytes[at] === newline || bytes[at] === carriageReturn) return at;
  return -1;
}
