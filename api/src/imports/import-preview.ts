/** What would become of a file, before anything of it is written: its columns, its words for our choices, its first rows. */

import type { ChoiceField } from '../tickets/fields/ticket-fields.js';
import { TicketCategory, TicketPriority } from '../tickets/fields/ticket-values.js';
import type { ImportedTicket } from '../tickets/write/ticket-writes.js';
import type { FileFacts } from './files/file-facts.js';
import type { ImportFile, ImportRow } from './files/import-rows.js';
import { type ImportReject, readRow } from './imported-row.js';
import { choiceNamed, type RowQuestions } from './imported-ticket.js';
import { folded } from './mapping/folded.js';
import { type ImportedField, isChoiceField } from './mapping/imported-field.js';

const mostRows = 5;
const mostRejects = 50;
const mostValues = 50;
const mostDistinct = 1_000;
const longestShown = 200;

export type ImportPreview = {
  delimiter: FileFacts['delimiter'];
  preset: FileFacts['preset'];
  columns: { name: string; field: ImportedField | null }[];
  /** The file's words for each field of choice, the most frequent first; `becomes` is null for those that mean nothing yet. */
  values: { field: ChoiceField; values: { value: string; count: number; becomes: string | null }[] }[];
  rows: { line: number; cells: string[]; ticket: Partial<ImportedTicket> | null }[];
  counts: { rows: number; rejected: number };
  rejects: { line: number; reason: string; title: string | null }[];
  /** Why the file cannot be taken in like this; null where it can. */
  problem: string | null;
};

type Words = Map<ChoiceField, Map<string, { value: string; count: number; becomes: string | null }>>;

/** The file must be read tolerantly. @throws BodyError for a file that can be taken in by no mapping */
export async function previewImport(
  file: ImportFile,
  assigneeFault: RowQuestions['assigneeFault'],
): Promise<ImportPreview> {
  const { facts } = file;
  const counts = { rows: 0, rejected: 0 };
  const rows: ImportPreview['rows'] = [];
  const rejects: ImportPreview['rejects'] = [];
  const words: Words = new Map();
  for await (const row of file.rows()) {
    counts.rows++;
    const read = await readRow(row, { suggest: undecided, assigneeFault });
    note(words, row, facts);
    if (rows.length < mostRows && row.source) rows.push(shownRow(row, facts, 'reason' in read ? null : read));
    if (!('reason' in read)) continue;
    counts.rejected++;
    if (rejects.length < mostRejects) rejects.push(shownReject(row, read));
  }
  const problem = facts.problem ?? problemOf(counts.rows, facts);
  const columns = facts.columns.map((name, index) => ({ name, field: facts.fields[index] ?? null }));
  const values = [...words].map(([field, found]) => ({
    field,
    values: [...found.values()].toSorted((one, other) => other.count - one.count).slice(0, mostValues),
  }));
  return { delimiter: facts.delimiter, preset: facts.preset, columns, values, rows, counts, rejects, problem };
}

/** Classifying a whole file only to look at it would be a waste; what triage will fill is left open. */
async function undecided() {
  return { category: TicketCategory.GENERAL, priority: TicketPriority.MEDIUM };
}

function problemOf(rows: number, { fields, columns }: FileFacts): string | null {
  if (rows === 0) return columns.length > 0 ? 'There is no row below the header.' : 'There is no row in the file.';
  return fields.includes('description') ? null : 'No column is the description.';
}

function note(words: Words, { source, fields }: ImportRow, facts: FileFacts): void {
  if (!source || !fields) return;
  for (const [index, field] of facts.fields.entries()) {
    const value = source[facts.keys[index] ?? ''];
    if (field === null || !isChoiceField(field) || typeof value !== 'string') continue;
    const found = words.get(field) ?? new Map();
    words.set(field, found);
    const key = folded(value);
    const becomes = choiceNamed(field, fields[field]);
    const known = found.get(key) ?? { value: shown(value), count: 0, becomes };
    if (known.count > 0 || found.size < mostDistinct) found.set(key, { ...known, count: known.count + 1 });
  }
}

function shownRow({ line, source }: ImportRow, { keys }: FileFacts, ticket: ImportedTicket | null) {
  const cells = keys.map((key) => shown(source?.[key]));
  return { line, cells, ticket: ticket && { ...ticket, description: shown(ticket.description) } };
}

function shown(value: unknown): string {
  if (value == null) return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.slice(0, longestShown).toWellFormed();
}

function shownReject({ fields }: ImportRow, { line, reason }: ImportReject) {
  const title = fields?.title ?? fields?.description;
  return { line, reason, title: title == null ? null : shown(title) };
}
