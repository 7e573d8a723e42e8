/** Tickets as CSV for spreadsheets: UTF-8 with its mark, a header row, and no cell that a spreadsheet would run as a formula. */
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { type ExportColumn, exportColumns, exportedId, markFormula } from './desk-csv.js';
import type { ExportedRow, Included, Named } from './included.js';

/** The import takes them back under these names. */
const requesterColumns = ['requester_email', 'requester_name'];

/** Streamed: memory does not grow with the number of tickets. Columns for what is included come last. */
export function csvOf(batches: AsyncIterable<readonly ExportedRow[]>, included: Included): Readable {
  const rows = async function* () {
    for await (const batch of batches) for (const row of batch) yield cellsOf(row);
  };
  const csv = stringify({
    header: true,
    columns: [...exportColumns, ...[...included].flatMap((name) => (name === 'requester' ? requesterColumns : name))],
    bom: true,
  });
  return Readable.from(rows())
    .on('error', (error) => csv.destroy(error))
    .pipe(csv);
}

type Cells = Record<ExportColumn | 'assignee' | 'team' | 'requester_name' | 'requester_email', string | number | null>;

function cellsOf({ ticket, externalId, additions }: ExportedRow): Cells {
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
    requester_email: additions.requester?.email ? markFormula(additions.requester.email) : null,
    requester_name: nameOf(additions.requester),
    assignee: nameOf(additions.assignee),
    team: nameOf(additions.team),
  };
}

function nameOf(named: Named | undefined): string | null {
  return named ? markFormula(named.name) : null;
}
