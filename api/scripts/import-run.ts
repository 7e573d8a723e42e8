/** Takes a file to a destination, a portion at a time: what was read, what became of it, and which rows were bad. */
import { appendFileSync, createReadStream } from 'node:fs';
import type { ImportProgress, ImportReject } from '../src/imports/import.service.js';
import { csvRows, type ImportRow, jsonRows, withColumns } from '../src/imports/import-rows.js';
import type { ImportArguments } from './import-arguments.js';

export type Destination = {
  /** For a person. */
  readonly description: string;
  take(rows: readonly ReadableRow[]): Promise<Outcome>;
  close(): Promise<void>;
};

export type ReadableRow = Extract<ImportRow, { fault: null }>;

/** What became of a portion. Rejects name lines of the file. */
export type Outcome = ImportProgress & {
  readonly rejects: readonly ImportReject[];
  /** Why the rest of the portion was not taken in; null when all of it was dealt with. */
  readonly failure: string | null;
};

export type ImportTotals = ImportProgress & {
  /** The last line that was dealt with. */
  line: number;
  bytesRead: number;
};

/** No more than a desk reports rejects for in one answer. */
const portionSize = 1_000;

/** Long rows make smaller portions, so that memory does not depend on them. */
const portionBytes = 8 * 2 ** 20;

export class ImportRun {
  readonly totals: ImportTotals = { imported: 0, duplicates: 0, rejected: 0, line: 0, bytesRead: 0 };
  private isStopped = false;

  constructor(
    private readonly options: ImportArguments,
    private readonly destination: Destination,
  ) {}

  /** Ends after the portion that is under way. */
  stop(): void {
    this.isStopped = true;
  }

  /** Yields after every portion. @throws Error with one sentence where the import cannot go on */
  async *run(): AsyncGenerator<ImportTotals> {
    const file = createReadStream(this.options.file);
    const rows = this.options.format === 'csv' ? csvRows(file) : jsonRows(file);
    let portion: ImportRow[] = [];
    for await (const row of rows) {
      portion.push(row);
      if (portion.length < portionSize && file.bytesRead - this.totals.bytesRead < portionBytes) continue;
      yield await this.take(portion, file.bytesRead);
      if (this.isStopped) return;
      portion = [];
    }
    if (portion.length > 0) yield await this.take(portion, file.bytesRead);
  }

  private async take(portion: readonly ImportRow[], bytesRead: number): Promise<ImportTotals> {
    const { totals } = this;
    const rows = portion.map((row) => withColumns(row, this.options.columns));
    const readable = rows.filter((row) => row.fields !== null);
    if (totals.line === 0) refuseWithoutDescription(readable);
    const { rejects, failure, ...counts } = await this.destination.take(readable);
    const unreadable = rows.flatMap(({ line, fault }) => (fault === null ? [] : [{ line, reason: fault }]));
    this.keep([...unreadable, ...rejects], portion);
    totals.imported += counts.imported;
    totals.duplicates += counts.duplicates;
    totals.rejected += unreadable.length + rejects.length;
    if (failure !== null) throw new Error(failure);
    totals.line = portion.at(-1)?.line ?? totals.line;
    totals.bytesRead = bytesRead;
    return totals;
  }

  private keep(rejects: readonly ImportReject[], portion: readonly ImportRow[]): void {
    if (rejects.length === 0) return;
    const rows = new Map(portion.map(({ line, fields }) => [line, fields]));
    const lines = rejects
      .toSorted((one, other) => one.line - other.line)
      .map(({ line, reason }) => `${JSON.stringify({ line, reason, row: rows.get(line) ?? null })}\n`);
    appendFileSync(this.options.rejectsFile, lines.join(''));
  }
}

/** A file whose columns are called otherwise, or that is no such file at all, is not worth a thousand rejects. */
function refuseWithoutDescription(rows: readonly ReadableRow[]): void {
  if (rows.some(({ fields }) => 'description' in fields)) return;
  const columns = Object.keys(rows[0]?.fields ?? {});
  if (columns.length === 0)
    throw new Error('The file has no row that can be read. Is it what its name or --format says?');
  throw new Error(
    `No row has a description. The columns are ${columns.join(', ')}; name the right one, such as --map ${columns[0]}=description.`,
  );
}
