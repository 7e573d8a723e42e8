/** Tickets as CSV for spreadsheets: UTF-8, a header row, and no cell that a spreadsheet would run as a formula. */
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { Included, Row } from './included.js';

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
/** Columns for what is included come last. */
export function csvOf(batches: AsyncIterable<readonly Row[]>, included: Included): Readable {
  const rows = async function* () {
    for await (const batch of batches) for (const row of batch) yield cellsOf(row);
  };
  const csv = stringify({ header: true, columns: [...columns, ...included], escape_formulas: true });
  return Readable.from(rows())
    .on('error', (error) => csv.destroy(error))
    .pipe(csv);
}

function cellsOf({ ticket, additions }: Row): Record<string, string | number | null> {
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
    assignee: additions.assignee?.name ?? null,
    team: additions.team?.name ?? null,
  };
}
