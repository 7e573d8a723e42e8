/** Reads the rows of a file as they arrive: CSV with a header, or one JSON object a line. A row that cannot be read is told of, not thrown. */
import { csvRecords } from './csv-records.js';
import type { FileParts } from './file-encoding.js';
import { fileLines } from './file-lines.js';

export type ImportRow = { readonly line: number } & RowContent;

type RowContent =
  | { readonly fields: Record<string, unknown>; readonly fault: null }
  | { readonly fields: null; readonly fault: string };

export async function* csvRows(file: FileParts): AsyncGenerator<ImportRow> {
  let columns: string[] | null = null;
  for await (const record of csvRecords(fileLines(file))) {
    if (!record.cells) {
      yield { line: record.line, fields: null, fault: record.fault };
    } else if (!columns) {
      columns = record.cells.map(columnName);
    } else {
      yield { line: record.line, fields: fieldsOf(columns, record.cells), fault: null };
    }
  }
}

export async function* jsonRows(file: FileParts): AsyncGenerator<ImportRow> {
  for await (const line of fileLines(file)) {
    if (line.text === null) yield { line: line.number, fields: null, fault: line.fault };
    else if (line.text.trim() !== '') yield { line: line.number, ...readJson(line.text) };
  }
}

/** The row with some of its columns under the names of the fields that they are; a column of the field's own name yields. */
export function withColumns(row: ImportRow, columns: ReadonlyMap<string, string>): ImportRow {
  if (!row.fields || columns.size === 0) return row;
  const [named, others] = [new Map<string, unknown>(), new Map<string, unknown>()];
  for (const [column, value] of Object.entries(row.fields)) {
    const field = columns.get(column);
    if (field === undefined) others.set(column, value);
    else named.set(field, value);
  }
  return { ...row, fields: Object.fromEntries([...others, ...named]) };
}

/** In CSV an empty cell says nothing, and a cell without a column belongs nowhere. */
function fieldsOf(columns: readonly string[], cells: readonly string[]): Record<string, unknown> {
  const pairs = columns.map((column, index) => [column, cells[index] ?? ''] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== ''));
}

/** CSV headers are told apart by their words alone. */
export function columnName(cell: string): string {
  return cell.trim().toLowerCase();
}

function readJson(text: string): RowContent {
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
