/**
 * The records of a CSV file as it arrives. CSV libraries stop at a stray quote or take the rest of the file for one cell,
 * and an import must do neither.
 */
import { chooseDelimiter, type DelimiterName, delimiters, isSepLine, sepLineDelimiter } from './csv-delimiter.js';
import { type CsvRecord, CsvRecordReader } from './csv-record-reader.js';
import type { FileLine } from './file-lines.js';

/** Enough to see two records of any sane file, and little enough to hold. */
const mostSampled = { lines: 200, characters: 1_000_000 };

export class CsvFile {
  /** Known from the first record on. */
  delimiter: DelimiterName | null;
  /** The line above the header that names the delimiter, where there is one. */
  sepLine: string | null = null;

  constructor(
    private readonly options: {
      /** Null: found out. */
      readonly delimiter?: DelimiterName | null;
      /** The file goes on behind what is there. */
      readonly isPart?: boolean;
      readonly keepsLineEnds?: (header: readonly string[]) => boolean;
    } = {},
  ) {
    this.delimiter = options.delimiter ?? null;
  }

  async *records(lines: AsyncIterable<FileLine>): AsyncGenerator<CsvRecord> {
    let sampled: FileLine[] = [];
    let characters = 0;
    let reader: CsvRecordReader | null = null;
    let isHeaderRead = false;
    const start = () => {
      this.delimiter ??= chooseDelimiter(sampled);
      reader = new CsvRecordReader(delimiters[this.delimiter]);
      return reader;
    };
    const read = function* (this: CsvFile, from: CsvRecordReader, line: FileLine): Generator<CsvRecord> {
      for (const record of from.take(line)) {
        if (!isHeaderRead && record.cells) from.keepsLineEnds = this.options.keepsLineEnds?.(record.cells) ?? false;
        isHeaderRead ||= record.cells !== null;
        yield record;
      }
    }.bind(this);
    for await (const line of lines) {
      if (reader) {
        yield* read(reader, line);
        continue;
      }
      if (sampled.length === 0 && line.text !== null && isSepLine(line.text) && this.sepLine === null) {
        this.sepLine = line.text;
        this.delimiter ??= sepLineDelimiter(line.text);
        continue;
      }
      sampled.push(line);
      characters += line.text?.length ?? 0;
      if (sampled.length < mostSampled.lines && characters < mostSampled.characters) continue;
      const started = start();
      for (const held of sampled) yield* read(started, held);
      sampled = [];
    }
    const last = reader ?? start();
    for (const held of sampled) yield* read(last, held);
    if (!this.options.isPart) yield* last.end();
  }
}
