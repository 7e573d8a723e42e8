/**
 * Reads the rows of a file as they arrive: CSV with a header, one JSON object a line, or a JSON array of objects. A row
 * that cannot be read is told of, not thrown; a file whose columns cannot be told apart is refused.
 */
import { BodyError } from '../../http/wire-faults.js';
import { isDeskExport, unmarkFormula } from '../../tickets/rest/desk-csv.js';
import { type ColumnFields, columnFields, missingColumns } from '../mapping/column-fields.js';
import type { ImportReading } from '../mapping/import-reading.js';
import { rowFields } from '../mapping/row-fields.js';
import type { CsvRecord } from './csv-record-reader.js';
import { CsvFile } from './csv-records.js';
import type { FileParts } from './file-encoding.js';
import { describeColumns, type FileFacts } from './file-facts.js';
import { type FileLine, fileLines } from './file-lines.js';
import { jsonTexts, readObject } from './json-texts.js';

type RowContent =
  | { readonly fields: Record<string, unknown>; readonly fault: null }
  | { readonly fields: null; readonly fault: string };

/** What an import needs of a row, wherever it comes from. */
export type RowToImport = {
  readonly line: number;
  /** As it stands in the file; null where it was too long, or no text. */
  readonly raw: string | null;
} & RowContent;

export type ImportRow = RowToImport & {
  /** What the row says under the names of its own columns. */
  readonly source: Readonly<Record<string, unknown>> | null;
};

export type FileFormat = 'csv' | 'json';

export class ImportFile {
  readonly facts: FileFacts = {
    delimiter: null,
    preset: null,
    columns: [],
    keys: [],
    fields: [],
    header: null,
    problem: null,
  };

  /** `isPart`: only the beginning of a file, which may end anywhere. `isTolerant`: columns at odds are left out. */
  constructor(
    private readonly parts: FileParts,
    private readonly options: {
      readonly format: FileFormat;
      readonly reading: ImportReading;
      readonly isPart?: boolean;
      readonly isTolerant?: boolean;
    },
  ) {}

  /** @throws BodyError where the file as a whole cannot be taken in */
  rows(): AsyncGenerator<ImportRow> {
    const lines = fileLines(this.parts, this.options.isPart);
    return this.options.format === 'csv' ? this.csvRows(lines) : this.jsonRows(lines);
  }

  private async *csvRows(lines: AsyncIterable<FileLine>): AsyncGenerator<ImportRow> {
    const { reading, isPart = false } = this.options;
    const csv = new CsvFile({ delimiter: reading.delimiter, isPart, keepsLineEnds: isDeskExport });
    let isOurs = false;
    for await (const record of csv.records(lines)) {
      if (!record.cells) {
        yield { line: record.line, raw: record.raw, source: null, fields: null, fault: record.fault };
      } else if (this.facts.header === null) {
        this.facts.delimiter = csv.delimiter;
        this.facts.header = (csv.sepLine === null ? '' : `${csv.sepLine}\n`) + record.raw;
        isOurs = isDeskExport(record.cells);
        this.assign(withoutEmptyEnd(record.cells));
      } else if (record.cells.some((cell) => cell.trim() !== '')) {
        yield this.csvRow(record, record.cells, isOurs);
      }
    }
  }

  private csvRow({ line, raw }: CsvRecord, cells: readonly string[], isOurs: boolean): ImportRow {
    const { columns, keys } = this.facts;
    const filled = withoutEmptyEnd(cells);
    if (filled.length > columns.length) {
      const fault = `${counted(filled.length, 'cell')}, but the header has ${counted(columns.length, 'column')}. Put quotes around cells that hold the delimiter.`;
      return { line, raw, source: null, fields: null, fault };
    }
    const values = cells.map((cell) => {
      const isEmpty = cell.trim() === '' || cell.trim() === '-';
      return isEmpty ? undefined : isOurs ? unmarkFormula(cell) : cell;
    });
    const source = Object.fromEntries(
      keys.flatMap((key, index) => (values[index] === undefined ? [] : [[key, values[index]]])),
    );
    return { line, raw, source, fields: rowFields(values, this.facts, this.options.reading), fault: null };
  }

  private async *jsonRows(lines: AsyncIterable<FileLine>): AsyncGenerator<ImportRow> {
    const isPart = this.options.isPart ?? false;
    for await (const { line, text, fault } of jsonTexts(lines, isPart)) {
      if (text === null) yield { line, raw: null, source: null, fields: null, fault };
      else yield this.jsonRow(line, text);
    }
  }

  /** The preset is what the first row tells; columns may differ from row to row. */
  private jsonRow(line: number, raw: string): ImportRow {
    const source = readObject(raw);
    if (typeof source === 'string') return { line, raw, source: null, fields: null, fault: source };
    const { reading } = this.options;
    const isFirst = this.facts.columns.length === 0;
    const columns = Object.keys(source);
    const assigned = columnFields(columns, isFirst ? reading : { ...reading, preset: this.facts.preset });
    this.learn(columns, assigned);
    if (assigned.problem !== null && !this.options.isTolerant)
      return { line, raw, source, fields: null, fault: assigned.problem };
    return { line, raw, source, fields: rowFields(Object.values(source), assigned, reading), fault: null };
  }

  private learn(columns: readonly string[], { fields, preset, problem }: ColumnFields): void {
    const { facts } = this;
    facts.preset = preset;
    facts.problem ??= problem;
    if (facts.columns.length >= mostColumnsTold) return;
    const known = new Set(facts.columns);
    if (columns.every((column) => known.has(column))) return;
    const added = columns.flatMap((name, index) => (known.has(name) ? [] : [{ name, field: fields[index] ?? null }]));
    facts.columns = [...facts.columns, ...added.map(({ name }) => name)];
    facts.keys = facts.columns;
    facts.fields = [...facts.fields, ...added.map(({ field }) => field)];
  }

  /** @throws BodyError where the header cannot be what the caller says it is */
  private assign(columns: readonly string[]): void {
    const { reading } = this.options;
    const { fields, preset, problem } = columnFields(columns, reading);
    const names = columns.map((name) => name.trim());
    Object.assign(this.facts, { columns: names, keys: uniqueNames(names), fields, preset, problem });
    if (this.options.isTolerant) return;
    if (problem !== null) throw new BodyError(400, `Nothing is imported. ${problem}`);
    const [missing] = missingColumns(columns, reading);
    if (missing === undefined) return;
    throw new BodyError(400, `Nothing is imported. There is no column ${missing}. ${describeColumns(this.facts)}`);
  }
}

/** JSON objects may each have columns of their own. */
const mostColumnsTold = 200;

/** In lower case; a name that comes again is numbered. */
function uniqueNames(columns: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return columns.map((column) => {
    const name = column.toLowerCase();
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

/** Spreadsheets end rows with cells of columns that are not there. */
function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
