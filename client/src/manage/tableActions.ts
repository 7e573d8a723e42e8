import type { TicketChange } from '../tickets/changes/ticketChange.js';
import type { UpdatableTicket } from '../tickets/changes/useUpdateTicket.js';
import type { ColumnId } from './columns.js';

/** The cell that is being edited: a menu that is open, or words that are being written. */
export interface EditedCell {
  id: string;
  column: ColumnId;
}

/** What a row can ask of the table. One object for all rows and all renders, so that rows stay as they are. */
export interface TableActions {
  /** `range` selects everything between the last selected row and this one. */
  select: (id: string, range: boolean) => void;
  edit: (cell: EditedCell) => void;
  stopEditing: () => void;
  /** Resolves with what the server refuses, in its words, or null. */
  change: (ticket: UpdatableTicket, change: TicketChange) => Promise<string | null>;
}
