/** The lines of a text file as they arrive, in constant memory: a line of any length is counted, a sane one is kept. */
import { isUtf8 } from 'node:buffer';
import { carriageReturn, type FileParts, newline, utf8Parts } from './file-encoding.js';

export type FileLine = {
  readonly number: number;
  /** What ended it: `\n`, `\r\n`, `\r`, or nothing at the end of the file. */
  readonly end: string;
} & ({ /** Without its end. */ readonly text: string } | { readonly text: null; readonly fault: string });

export const longestLine = 1_000_000;
const mostBytesPerCharacter = 3;

const byteOrderMark = Buffer.from('\uFEFF');

const tooLong = { text: null, fault: `The line is longer than ${longestLine} characters.` };
const notUtf8 = { text: null, fault: 'The line is not UTF-8.' };

/**
 * `isPart`: the file goes on behind what is there, so a last line without an end is not told of.
 * @throws BodyError for a file that is not UTF-8
 */
export async function* fileLines(file: FileParts, isPart = false): AsyncGenerator<FileLine> {
  const line = new HeldLine();
  // Whether a carriage return ends the last part: a newline right behind it belongs to it.
  let isHalfEnd = false;
  for await (const part of utf8Parts(file)) {
    if (part.length === 0) continue;
    let from = 0;
    if (isHalfEnd) {
      const isPair = part[0] === newline;
      yield line.take(isPair ? '\r\n' : '\r');
      from = isPair ? 1 : 0;
      isHalfEnd = false;
    }
    for (const ends = new LineEnds(part); ; ) {
      const end = ends.after(from);
      if (end < 0) break;
      line.hold(part.subarray(from, end));
      from = end + 1;
      if (part[end] === newline) {
        yield line.take('\n');
      } else if (from === part.length) {
        isHalfEnd = true;
      } else {
        const isPair = part[from] === newline;
        yield line.take(isPair ? '\r\n' : '\r');
        if (isPair) from++;
      }
    }
    line.hold(part.subarray(from));
  }
  if (isHalfEnd) yield line.take('\r');
  if (!isPart && line.bytes > 0) yield line.take('');
}

/** Where the lines of a part end. Each kind of end is looked for once, however many lines of the other kind there are. */
class LineEnds {
  private nextNewline = -1;
  private nextReturn = -1;

  constructor(private readonly part: Uint8Array) {
    this.nextNewline = part.indexOf(newline);
    this.nextReturn = part.indexOf(carriageReturn);
  }

  /** Negative where there is none. */
  after(from: number): number {
    if (this.nextNewline >= 0 && this.nextNewline < from) this.nextNewline = this.part.indexOf(newline, from);
    if (this.nextReturn >= 0 && this.nextReturn < from) this.nextReturn = this.part.indexOf(carriageReturn, from);
    if (this.nextNewline < 0 || this.nextReturn < 0) return Math.max(this.nextNewline, this.nextReturn);
    return Math.min(this.nextNewline, this.nextReturn);
  }
}

class HeldLine {
  bytes = 0;
  private number = 1;
  private parts: Uint8Array[] = [];

  hold(part: Uint8Array): void {
    this.bytes += part.length;
    if (this.bytes > longestLine * mostBytesPerCharacter) this.parts = [];
    else this.parts.push(part);
  }

  take(end: string): FileLine {
    const isHeld = this.bytes <= longestLine * mostBytesPerCharacter;
    const bytes = Buffer.concat(this.parts);
    const read = isHeld ? readLine(this.number === 1 ? withoutMark(bytes) : bytes) : tooLong;
    const line = { number: this.number, end, ...read };
    this.number++;
    this.parts = [];
    this.bytes = 0;
    return line;
  }
}

function readLine(bytes: Buffer): { text: string } | { text: null; fault: string } {
  if (!isUtf8(bytes)) return notUtf8;
  const text = bytes.toString();
  return text.length > longestLine ? tooLong : { text };
}

/** Spreadsheets begin a file of UTF-8 with a byte order mark. */
function withoutMark(bytes: Buffer): Buffer {
  return bytes.subarray(0, 3).equals(byteOrderMark) ? bytes.subarray(3) : bytes;
}
