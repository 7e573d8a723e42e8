/**
 * Puts lines together to records of CSV (RFC 4180), by one delimiter. Blanks around a quoted cell belong to the quoting.
 * A record that cannot be read costs the line it begins on and no other.
 */
import { type FileLine, longestLine } from './file-lines.js';

export type CsvRecord = {
  readonly line: number;
  /** As it stands in the file; null where it could not be kept. */
  readonly raw: string | null;
} & ({ readonly cells: readonly string[] } | { readonly cells: null; readonly fault: string });

const faults = {
  open: 'A quote is opened and never closed.',
  stray: 'A quoted cell goes on after its closing quote.',
};

type HeldLine = FileLine & { text: string };

export class CsvRecordReader {
  /** Line ends within cells stay what they are instead of becoming newlines. */
  keepsLineEnds = false;
  /** The lines of the record that is being read, and what they came to so far. */
  private held: HeldLine[] = [];
  private heldLength = 0;
  private cells: string[] = [];
  private openCell: string | null = null;

  constructor(private readonly delimiter: string) {}

  *take(line: FileLine): Generator<CsvRecord> {
    if (line.text === null) {
      while (this.held.length > 0) yield* this.giveUp(faults.open);
      yield { line: line.number, raw: null, cells: null, fault: line.fault };
      return;
    }
    if (line.text === '' && this.held.length === 0) return;
    this.held.push(line);
    this.heldLength += line.text.length;
    const outcome = this.scan(line.text, line.end);
    if (outcome === 'complete') yield this.finish();
    else if (outcome === 'stray') yield* this.giveUp(faults.stray);
    else if (this.heldLength > longestLine) yield* this.giveUp(faults.open);
  }

  *end(): Generator<CsvRecord> {
    while (this.held.length > 0) yield* this.giveUp(faults.open);
  }

  private finish(): CsvRecord {
    const raw = this.held.map(({ text, end }, index) => text + (index < this.held.length - 1 ? end : '')).join('');
    const record = { line: this.held[0]?.number ?? 0, raw, cells: this.cells };
    this.reset();
    return record;
  }

  /** Only the first line is lost: those it swallowed are read again, as records of their own. */
  private *giveUp(fault: string): Generator<CsvRecord> {
    const [first, ...swallowed] = this.held;
    this.reset();
    if (first) yield { line: first.number, raw: first.text, cells: null, fault };
    for (const line of swallowed) yield* this.take(line);
  }

  private reset(): void {
    this.held = [];
    this.heldLength = 0;
    this.cells = [];
    this.openCell = null;
  }

  private scan(text: string, end: string): 'complete' | 'open' | 'stray' {
    for (let at = 0; ; ) {
      if (this.openCell === null) {
        const quote = this.afterBlanks(text, at);
        if (text[quote] === '"') {
          this.openCell = '';
          at = quote + 1;
        }
      }
      if (this.openCell === null) {
        const cellEnd = text.indexOf(this.delimiter, at);
        this.cells.push(cellEnd < 0 ? text.slice(at) : text.slice(at, cellEnd));
        if (cellEnd < 0) return 'complete';
        at = cellEnd + 1;
        continue;
      }
      const quote = text.indexOf('"', at);
      if (quote < 0) {
        this.openCell += text.slice(at) + (this.keepsLineEnds ? end : '\n');
        return 'open';
      }
      this.openCell += text.slice(at, quote);
      at = quote + 2;
      if (text[quote + 1] === '"') {
        this.openCell += '"';
        continue;
      }
      this.cells.push(this.openCell);
      this.openCell = null;
      const next = this.afterBlanks(text, quote + 1);
      if (next === text.length) return 'complete';
      if (text[next] !== this.delimiter) return 'stray';
      at = next + 1;
    }
  }

  private afterBlanks(text: string, from: number): number {
    let at = from;
    while (at < text.length && text[at] !== this.delimiter && isBlank(text.charCodeAt(at))) at++;
    return at;
  }
}

/** Spaces of any kind, and what cannot be seen at all. */
function isBlank(code: number): boolean {
  if (code < 0xa0) return code === 0x20 || code === 0x09;
  return String.fromCharCode(code).trim() === '' || (code >= 0x200b && code <= 0x200f) || code === 0x2060;
}
