/** Tickets as CSV for spreadsheets: UTF-8 with its mark, a header row, and no cell that a spreadsheet would run as a formula. */
import { stringify } from 'csv-stringify/sync';
import { type ExportColumn, exportColumns, exportedId, markFormula } from './desk-csv.js';
import type { ExportedRow, Included, Named } from './included.js';

/** The import takes them back under these names. */
const columnsOf: Readonly<Record<string, readonly string[]>> = {
  requester: ['requester_email', 'requester_name'],
  assignee: ['assignee_email', 'assignee'],
  team: ['team'],
};

/** A batch at a time: memory does not grow with the number of tickets. Columns for what is included come last. */
export async function* csvOf(
  batches: AsyncIterable<readonly ExportedRow[]>,
  included: Included,
): AsyncGenerator<string> {
  const columns = [...exportColumns, ...[...included].flatMap((name) => columnsOf[name] ?? [])];
  // With the first rows: what fails before any is read is no file yet.
  let header = stringify([], { header: true, columns, bom: true });
  for await (const batch of batches) {
    yield header + stringify(batch.map(cellsOf), { columns });
    header = '';
  }
  if (header) yield header;
}

type PeopleColumn = 'assignee' | 'assignee_email' | 'team' | 'requester_name' | 'requester_email';
type Cells = Record<ExportColumn | PeopleColumn, string | number | null>;

function cellsOf({ ticket, externalId, additions, assigneeEmail }: ExportedRow): Cells {
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
    assignee_email: assigneeEmail === null ? null : markFormula(assigneeEmail),
    assignee: nameOf(additions.assignee),
    team: nameOf(additions.team),
  };
}

function nameOf(named: Named | undefined): string | null {
  return named ? markFormula(named.name) : null;
}
