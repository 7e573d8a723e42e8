/**
 * The records of a CSV file (RFC 4180: quoted cells may hold delimiters, quotes and line ends). A record that cannot be
 * read costs the line it begins on and no other. CSV libraries either stop there or take the rest of the file for one
 * cell, and an import must do neither.
 */
import { type FileLine, longestLine } from './file-lines.js';

export type CsvRecord = { readonly line: number } & (
  | { readonly cells: readonly string[] }
  | { readonly cells: null; readonly fault: string }
);

const faults = {
  open: 'A quote is opened and never closed.',
  stray: 'A quoted cell goes on after its closing quote.',
};

export async function* csvRecords(lines: AsyncIterable<FileLine>): AsyncGenerator<CsvRecord> {
  const reader = new RecordReader();
  for await (const line of lines) yield* reader.take(line);
  yield* reader.end();
}

type HeldLine = FileLine & { text: string };

class RecordReader {
  private delimiter: string | null = null;
  /** The lines of the record that is being read, and what they came to so far. */
  private held: HeldLine[] = [];
  private heldLength = 0;
  private cells: string[] = [];
  private openCell: string | null = null;

  *take(line: FileLine): Generator<CsvRecord> {
    if (line.text === null) {
      if (this.held.length > 0) yield* this.giveUp(faults.open);
      yield { line: line.number, cells: null, fault: line.fault };
      return;
    }
    if (line.text === '' && this.held.length === 0) return;
    this.held.push(line);
    this.heldLength += line.text.length;
    this.delimiter ??= delimiterIn(line.text);
    const outcome = this.scan(line.text, this.delimiter);
    if (outcome === 'complete') yield this.finish();
    else if (outcome === 'stray') yield* this.giveUp(faults.stray);
    else if (this.heldLength > longestLine) yield* this.giveUp(faults.open);
  }

  *end(): Generator<CsvRecord> {
    while (this.held.length > 0) yield* this.giveUp(faults.open);
  }

  private finish(): CsvRecord {
    const record = { line: this.held[0]?.number ?? 0, cells: this.cells };
    this.reset();
    return record;
  }

  /** Only the first line is lost: those it swallowed are read again, as records of their own. */
  private *giveUp(fault: string): Generator<CsvRecord> {
    const [first, ...swallowed] = this.held;
    this.reset();
    if (first) yield { line: first.number, cells: null, fault };
    for (const line of swallowed) yield* this.take(line);
  }

  private reset(): void {
    this.held = [];
    this.heldLength = 0;
    this.cells = [];
    this.openCell = null;
  }

  private scan(text: string, delimiter: string): 'complete' | 'open' | 'stray' {
    for (let at = 0; ; ) {
      if (this.openCell === null && text[at] === '"') {
        this.openCell = '';
        at++;
      }
      if (this.openCell === null) {
        const end = text.indexOf(delimiter, at);
        this.cells.push(end < 0 ? text.slice(at) : text.slice(at, end));
        if (end < 0) return 'complete';
        at = end + 1;
        continue;
      }
      const quote = text.indexOf('"', at);
      if (quote < 0) {
        this.openCell += `${text.slice(at)}\n`;
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
      if (quote + 1 === text.length) return 'complete';
      if (text[quote + 1] !== delimiter) return 'stray';
    }
  }
}

/** Spreadsheets write semicolons or tabs where the comma is the decimal sign; the header tells. */
function delimiterIn(header: string): string {
  const count = (delimiter: string) => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, other) => (count(other) > count(best) ? other : best));
}
