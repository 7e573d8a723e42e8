/** Reads the rows of a file as they arrive: CSV with a header, or one JSON object a line. A row that cannot be read is told of, not thrown. */
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { parse } from 'csv-parse';

export type ImportRow = {
  readonly line: number;
  readonly fields: Record<string, unknown> | null;
  readonly fault: string | null;
};

const longestLine = 1_000_000;

export function csvRows(file: Readable): AsyncIterable<ImportRow> {
  const parser = parse({
    columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longestLine,
  });
  file.on('error', (error) => parser.destroy(error)).pipe(parser);
  return withLines(parser);
}

async function* withLines(records: AsyncIterable<{ record: Record<string, string>; info: { lines: number } }>) {
  for await (const { record, info } of records) {
    // In CSV an empty cell says nothing.
    const fields = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== ''));
    yield { line: info.lines, fields, fault: null };
  }
}

export async function* jsonRows(file: Readable): AsyncGenerator<ImportRow> {
  let line = 0;
  for await (const text of createInterface({ input: file, crlfDelay: Number.POSITIVE_INFINITY })) {
    line++;
    if (text.trim() === '') continue;
    yield { line, ...readJson(text) };
  }
}

function readJson(text: string): Pick<ImportRow, 'fields' | 'fault'> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return { fields: value as Record<string, unknown>, fault: null };
    }
    return { fields: null, fault: 'The line is not a JSON object.' };
  } catch {
    return { fields: null, fault: 'The line is not valid JSON.' };
  }
}
