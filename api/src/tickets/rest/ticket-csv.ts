/** Tickets as CSV for spreadsheets: UTF-8 with its mark, a header row, and no cell that a spreadsheet would run as a formula. */
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { ExportedTicket } from '../read/ticket-reader.js';
import { exportColumns, exportedId, markFormula } from './desk-csv.js';

/** Streamed: memory does not grow with the number of tickets. */
export function csvOf(batches: AsyncIterable<readonly ExportedTicket[]>): Readable {
  const rows = async function* () {
    for await (const batch of batches) for (const ticket of batch) yield cellsOf(ticket);
  };
  const csv = stringify({ header: true, columns: [...exportColumns], bom: true });
  return Readable.from(rows())
    .on('error', (error) => csv.destroy(error))
    .pipe(csv);
}

function cellsOf({
  ticket,
  externalId,
}: ExportedTicket): Record<(typeof exportColumns)[number], string | number | null> {
  return {
    id: ticket.number,
    title: markFormula(ticket.title),
    description: markFormula(ticket.description),
    category: ticket.category,
    priority: ticket.priority,
    status: ticket.status,
    created_at: ticket.createdAt,
    updated_at: ticket.updatedAt,
    resolved_at: ticket.resolvedAt,
    external_id: markFormula(externalId ?? exportedId(ticket)),
  };
}
