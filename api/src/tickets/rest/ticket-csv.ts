/** Tickets as CSV for spreadsheets: UTF-8, a header row, and no cell that a spreadsheet would run as a formula. */
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { Ticket } from '../ticket.entity.js';

const columns = [
  'id',
  'title',
  'description',
  'category',
  'priority',
  'status',
  'created_at',
  'updated_at',
  'resolved_at',
] as const;

/** Streamed: memory does not grow with the number of tickets. */
export function csvOf(batches: AsyncIterable<readonly Ticket[]>): Readable {
  const rows = async function* () {
    for await (const batch of batches) for (const ticket of batch) yield cellsOf(ticket);
  };
  const csv = stringify({ header: true, columns: [...columns], escape_formulas: true });
  return Readable.from(rows())
    .on('error', (error) => csv.destroy(error))
    .pipe(csv);
}

function cellsOf(ticket: Ticket): Record<(typeof columns)[number], string | number | null> {
  return {
    id: ticket.number,
    title: ticket.title,
    description: ticket.description,
    category: ticket.category,
    priority: ticket.priority,
    status: ticket.status,
    created_at: ticket.createdAt,
    updated_at: ticket.updatedAt,
    resolved_at: ticket.resolvedAt,
  };
}
