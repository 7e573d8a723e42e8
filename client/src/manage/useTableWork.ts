import { type RefObject, useRef, useState } from 'react';
import { useUpdateTicket } from '../tickets/changes/useUpdateTicket.js';
import { type BulkChange, SELECTION_LIMIT, useUpdateTickets } from '../tickets/changes/useUpdateTickets.js';
import { useSelection } from '../tickets/inbox/useSelection.js';
import { useStableActions } from '../tickets/inbox/useStableActions.js';
import type { TableHandle } from './ManageTable.js';
import type { EditedCell, TableActions } from './tableActions.js';
import { useDeleteTickets } from './useDeleteTickets.js';
import { useManageShortcuts } from './useManageShortcuts.js';

/** Working in the table: what is selected, which cell is being edited, and the changes that follow. */
export function useTableWork(tickets: readonly { id: string }[], searchRef: RefObject<HTMLInputElement | null>) {
  const ids = tickets.map(({ id }) => id);
  const { selection, toggle, select, clear } = useSelection(ids);
  const [editing, setEditing] = useState<EditedCell | null>(null);
  const table = useRef<TableHandle>(null);
  const updateTicket = useUpdateTicket();
  const updateTickets = useUpdateTickets();
  const deleteTickets = useDeleteTickets();

  const actions = useStableActions<TableActions>({
    select: toggle,
    edit: setEditing,
    stopEditing() {
      setEditing(null);
      table.current?.refocus();
    },
    async change(ticket, values) {
      const ownErrors = 'title' in values || 'description' in values;
      const { faults } = await updateTicket(ticket, values, { ownErrors });
      return faults[0]?.message ?? null;
    },
  });
  const activeTicket = () => ids[table.current?.activeRow() ?? -1];
  useManageShortcuts({
    search: () => searchRef.current?.select(),
    move: (rows) => table.current?.move(rows),
    select: (range) => {
      const id = activeTicket();
      if (id) toggle(id, range);
    },
    edit: (column) => {
      const id = activeTicket();
      if (id) setEditing({ id, column });
    },
    clear,
  });

  const withSelection = (work: (chosen: readonly string[]) => Promise<unknown>) => {
    void work([...selection]);
    clear();
  };
  return {
    table: {
      ref: table,
      selection,
      onSelectAll: () => (selection.size > 0 ? clear() : select(ids.slice(0, SELECTION_LIMIT))),
      editing,
      actions,
    },
    bulk: {
      count: selection.size,
      onClear: clear,
      onChange: (change: BulkChange) => withSelection((chosen) => updateTickets(chosen, change)),
    },
    deleteSelected: () => withSelection(deleteTickets),
  };
}
