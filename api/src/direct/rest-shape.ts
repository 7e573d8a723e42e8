/** What a ticket of REST looks like: the fields that the table of fields gives it, in their order. */
import { fieldsWith, ticketFields } from '../tickets/fields/ticket-fields.js';
import type { TicketOrder } from '../tickets/read/ticket-order.js';
import { layoutOf, leadingColumns } from './page-bytes.js';
import { type RowWriter, rowWriter, type Step, type Value } from './row-writer.js';
import { type ColumnOf, columnSql, descriptionColumn } from './ticket-values.js';

const fields = fieldsWith({ inRest: true });

export type RestShape = {
  readonly columns: readonly string[];
  readonly descriptionAt: number;
  readonly versionAt: number;
  readonly write: RowWriter;
};

export function restShape(order: TicketOrder): RestShape {
  const columns: string[] = [...leadingColumns(order)];
  const columnOf = (sql: string) => {
    const known = columns.indexOf(sql);
    return known < 0 ? columns.push(sql) - 1 : known;
  };
  const steps = fields.map((field, index): Step => {
    const before = `${index === 0 ? '{' : ','}"${ticketFields[field].name}":`;
    return { before, value: restValue(field, columnOf) };
  });
  const [descriptionAt, versionAt] = [columnOf(descriptionColumn), columnOf(columnSql('version'))];
  return { columns, descriptionAt, versionAt, write: rowWriter(steps, '}', layoutOf(order, columns)) };
}

function restValue(field: (typeof fields)[number], columnOf: ColumnOf): Value {
  if (field === 'description') return { kind: 'longText', column: columnOf(descriptionColumn) };
  const { kind } = ticketFields[field];
  // REST shows choices as the database spells them.
  const written = kind === 'choice' ? 'text' : kind;
  return { kind: written, column: columnOf(columnSql(field)), nullable: field === 'resolvedAt' };
}
