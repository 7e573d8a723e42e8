import { InvalidInputError } from '../errors.js';
import type { ImportedTicket } from '../tickets/write/ticket-writes.js';
import type { RowToImport } from './files/import-rows.js';
import { type RowQuestions, readImportedTicket } from './imported-ticket.js';

/** `raw` is the row as it stands in the file, where it could be kept. */
export type ImportReject = { line: number; reason: string; raw: string | null };

/** What a row comes to: a ticket, or why it is none. */
export async function readRow(row: RowToImport, questions: RowQuestions): Promise<ImportedTicket | ImportReject> {
  const { line, raw, fields, fault } = row;
  if (!fields) return { line, raw, reason: fault ?? 'The row cannot be read.' };
  try {
    return await readImportedTicket(fields, questions);
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    const reason = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join(' ');
    return { line, raw, reason };
  }
}
