/** What the desk's own CSV looks like, so that the export writes and the import takes back the same. */
import { parseInstant } from '../../database/instant.js';
import { parseRowNumber } from '../../database/row-number.js';
import { fieldsWith, ticketFields } from '../fields/ticket-fields.js';
import type { Ticket } from '../ticket.entity.js';

/** In the order of the file. */
export const exportColumns = [...fieldsWith({ inRest: true }), 'externalId' as const].map(
  (field) => ticketFields[field].name,
);
export type ExportColumn = (typeof exportColumns)[number];

/** Where spreadsheets see the beginning of a formula. */
const formula = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A mark before each cell that a spreadsheet would run, and before each that looks marked already. */
export function markFormula(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

export function unmarkFormula(text: string): string {
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text;
}

/** Files of an older desk have no external id. */
export function isDeskExport(columns: readonly string[]): boolean {
  const names = new Set(columns.map((name) => name.trim().toLowerCase()));
  return exportColumns.every((name) => name === 'external_id' || names.has(name));
}

/** Names a ticket that has no external id so that no desk takes it for another's: `T-548@2026-02-19T10:11:12.345Z`. */
export function exportedId({ number, createdAt }: Ticket): string {
  return `T-${number}@${createdAt}`;
}

/** The ticket that such an id names, for the desk that gave it. */
export function exportedTicket(id: string | null): { own_number: number; own_created_at: string } | null {
  const [, digits = '', instant = ''] = /^T-(\d+)@(.+)$/.exec(id ?? '') ?? [];
  const number = parseRowNumber(digits);
  return number !== null && parseInstant(instant) === instant ? { own_number: number, own_created_at: instant } : null;
}
