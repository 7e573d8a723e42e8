/** Takes a file to a destination, a portion at a time: what was read, what became of it, and which rows were bad. */
import { appendFileSync, createReadStream, existsSync } from 'node:fs';
import { describeColumns, type FileFacts } from '../src/imports/files/file-facts.js';
import { ImportFile, type ImportRow, type RowToImport } from '../src/imports/files/import-rows.js';
import type { ImportProgress } from '../src/imports/import.service.js';
import type { ImportReject } from '../src/imports/imported-row.js';
import type { ImportArguments } from './import-arguments.js';

export type Destination = {
  /** For a person. */
  readonly description: string;
  take(rows: readonly ReadableRow[]): Promise<Outcome>;
  close(): Promise<void>;
};

export type ReadableRow = Extract<RowToImport, { fault: null }>;

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
    /** Told once, when the columns of the file are known. */
    private readonly onColumns: (facts: FileFacts) => void = () => undefined,
  ) {}

  /** Ends after the portion that is under way. */
  stop(): void {
    this.isStopped = true;
  }

  /** Yields after every portion. @throws Error with one sentence where the import cannot go on */
  async *run(): AsyncGenerator<ImportTotals> {
    const parts = createReadStream(this.options.file);
    const file = new ImportFile(parts, this.options);
    let portion: ImportRow[] = [];
    for await (const row of file.rows()) {
      portion.push(row);
      if (portion.length < portionSize && parts.bytesRead - this.totals.bytesRead < portionBytes) continue;
      yield await this.take(portion, file.facts, parts.bytesRead);
      if (this.isStopped) return;
      portion = [];
    }
    if (portion.length > 0) yield await this.take(portion, file.facts, parts.bytesRead);
    if (this.totals.line === 0) throw new Error(`No row was found in the file. ${describeColumns(file.facts)}`.trim());
  }

  private async take(rows: readonly ImportRow[], facts: FileFacts, bytesRead: number): Promise<ImportTotals> {
    const { totals } = this;
    const readable = rows.filter((row) => row.fields !== null);
    if (totals.line === 0) {
      refuseWithoutDescription(readable, facts);
      this.onColumns(facts);
    }
    const { rejects, failure, ...counts } = await this.destination.take(readable);
    const unreadable = rows.flatMap(({ line, raw, fault }) => (fault === null ? [] : [{ line, raw, reason: fault }]));
    this.keep([...unreadable, ...rejects], rows, facts);
    totals.imported += counts.imported;
    totals.duplicates += counts.duplicates;
    totals.rejected += unreadable.length + rejects.length;
    if (failure !== null) throw new Error(failure);
    totals.line = rows.at(-1)?.line ?? totals.line;
    totals.bytesRead = bytesRead;
    return totals;
  }

  private keep(rejects: readonly ImportReject[], rows: readonly ImportRow[], { header }: FileFacts): void {
    if (rejects.length === 0) return;
    const byLine = new Map(rows.map((row) => [row.line, row]));
    const sorted = rejects.toSorted((one, other) => one.line - other.line);
    const lines = sorted.map(({ line, reason }) => {
      const { source = null, raw = null } = byLine.get(line) ?? {};
      return `${JSON.stringify({ line, reason, row: source, raw })}\n`;
    });
    appendFileSync(this.options.rejectsFile, lines.join(''));
    const raws = sorted.flatMap(({ line }) => byLine.get(line)?.raw ?? []);
    if (header !== null && !existsSync(this.options.mendableFile)) raws.unshift(`\uFEFF${header}`);
    appendFileSync(this.options.mendableFile, raws.map((raw) => `${raw}\n`).join(''));
  }
}

/** A file whose columns are called otherwise, or that is no such file at all, is not worth a thousand rejects. */
function refuseWithoutDescription(rows: readonly ReadableRow[], facts: FileFacts): void {
  if (rows.some(({ fields }) => 'description' in fields)) return;
  const [column] = facts.columns;
  if (column === undefined)
    throw new Error('The file has no row that can be read. Is it what its name or --format says?');
  const taken =
    facts.delimiter === null
      ? ''
      : ` Cells were taken as separated by ${facts.delimiter}s; --delimiter says otherwise.`;
  throw new Error(
    `No row has a description. The columns are ${facts.columns.join(', ')}; name the right one, such as --map ${column}=description.${taken}`,
  );
}
