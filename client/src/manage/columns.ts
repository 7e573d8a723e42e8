/** The columns of the administration table: their names, their widths, and the order of the list they stand for. */
import type { TicketOrderField } from '../gql/graphql.js';
import { createPreference } from '../ui/preference.js';

export const columns = [
  { id: 'number', name: 'Number', width: 66 },
  { id: 'title', name: 'Title', width: null },
  { id: 'description', name: 'Description', width: 150 },
  { id: 'category', name: 'Category', width: 104 },
  { id: 'priority', name: 'Priority', width: 94, order: 'PRIORITY' },
  { id: 'status', name: 'Status', width: 112 },
  { id: 'assignee', name: 'Assignee', width: 132 },
  { id: 'created', name: 'Created', width: 106, order: 'CREATED_AT' },
  { id: 'updated', name: 'Updated', width: 106, order: 'UPDATED_AT' },
  { id: 'took', name: 'Took', width: 76 },
  { id: 'triage', name: 'Triage', width: 128 },
] as const satisfies readonly { id: string; name: string; width: number | null; order?: TicketOrderField }[];

export type ColumnId = (typeof columns)[number]['id'];
export type Column = { id: ColumnId; name: string; width: number | null; order?: TicketOrderField };

/** The table is no use without knowing what the row is. */
export const fixedColumns: readonly ColumnId[] = ['number', 'title'];

/** Which columns this person left out. */
export const hiddenColumns = createPreference<readonly ColumnId[]>('manage.hidden', (stored) =>
  Array.isArray(stored) ? columns.map(({ id }) => id).filter((id) => stored.includes(id)) : [],
);
