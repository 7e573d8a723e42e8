/** The lines of a text file as they arrive, in constant memory: a line of any length is counted, a sane one is kept. */
import { isUtf8 } from 'node:buffer';
import { type FileParts, newline, utf8Parts } from './file-encoding.js';

export type FileLine = { readonly number: number } & (
  | { /** Without its end. */ readonly text: string }
  | { readonly text: null; readonly fault: string }
);

export const longestLine = 1_000_000;
const mostBytesPerCharacter = 3;

const byteOrderMark = Buffer.from('\uFEFF');

const tooLong = { text: null, fault: `The line is longer than ${longestLine} characters.` };
const notUtf8 = { text: null, fault: 'The line is not UTF-8.' };

/** @throws BodyError for a file that is not UTF-8 */
export async function* fileLines(file: FileParts): AsyncGenerator<FileLine> {
  let number = 1;
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  const hold = (part: Uint8Array) => {
    heldBytes += part.length;
    if (heldBytes > longestLine * mostBytesPerCharacter) held = [];
    else held.push(part);
  };
  const take = (): FileLine => {
    const isHeld = heldBytes <= longestLine * mostBytesPerCharacter;
    const bytes = Buffer.concat(held);
    const line = { number, ...(isHeld ? readLine(number === 1 ? withoutMark(bytes) : bytes) : tooLong) };
    number++;
    held = [];
    heldBytes = 0;
    return line;
  };
  for await (const part of utf8Parts(file)) {
    let from = 0;
    for (let to = part.indexOf(newline); to >= 0; to = part.indexOf(newline, from)) {
      hold(part.subarray(from, to));
      yield take();
      from = to + 1;
    }
    hold(part.subarray(from));
  }
  if (heldBytes > 0) yield take();
}

function readLine(bytes: Buffer): { text: string } | { text: null; fault: string } {
  if (!isUtf8(bytes)) return notUtf8;
  const text = bytes.toString();
  if (text.length > longestLine) return tooLong;
  return { text: text.endsWith('\r') ? text.slice(0, -1) : text };
}

/** Spreadsheets begin a file of UTF-8 with a byte order mark. */
function withoutMark(bytes: Buffer): Buffer {
  return bytes.subarray(0, 3).equals(byteOrderMark) ? bytes.subarray(3) : bytes;
}
