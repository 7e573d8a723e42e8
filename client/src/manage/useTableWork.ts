import { type RefObject, useRef, useState } from 'react';
import { askWhose } from '../people/assigning.js';
import { useAssignmentCommands } from '../people/useAssignmentCommands.js';
import { useSession } from '../session/session.js';
import { useUpdateTicket } from '../tickets/changes/useUpdateTicket.js';
import { type BulkChange, useUpdateTickets } from '../tickets/changes/useUpdateTickets.js';
import { canSelectAll, idsOfAll } from '../tickets/lists/selectAll.js';
import { useSelection } from '../tickets/lists/useSelection.js';
import { useStableActions } from '../tickets/lists/useStableActions.js';
import type { Property } from '../tickets/properties.js';
import type { TableHandle } from './ManageTable.js';
import type { EditedCell, TableActions } from './tableActions.js';
import { useDeleteTickets } from './useDeleteTickets.js';
import { useManageShortcuts } from './useManageShortcuts.js';

type WorkedList = Omit<Parameters<typeof idsOfAll>[0], 'ids'> & { tickets: readonly { id: string }[] };

/** Working in the table: what is selected, which cell is being edited, and the changes that follow. */
export function useTableWork(list: WorkedList, searchRef: RefObject<HTMLInputElement | null>) {
  const ids = list.tickets.map(({ id }) => id);
  const { selection, toggle, select, clear } = useSelection(ids);
  const [editing, setEditing] = useState<EditedCell | null>(null);
  const [bulkMenu, setBulkMenu] = useState<Property | null>(null);
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
  const { user } = useSession();
  const assignmentCommands = useAssignmentCommands(() => {
    const id = activeTicket();
    return selection.size > 0 ? [...selection] : id ? [id] : [];
  });
  useManageShortcuts({
    search: () => searchRef.current?.select(),
    move: (rows) => table.current?.move(rows),
    select: (range) => {
      const id = activeTicket();
      if (id) toggle(id, range);
    },
    edit: (column) => {
      const id = activeTicket();
      if (selection.size > 0) setBulkMenu(column);
      else if (id) setEditing({ id, column });
    },
    resolve: () => {
      const id = activeTicket();
      if (selection.size > 0) changeSelected({ status: 'RESOLVED' });
      else if (id) void updateTickets([id], { status: 'RESOLVED' });
    },
    ...assignmentCommands,
    clear,
  });

  const leaveSelection = () => {
    clear();
    // The bar that had the focus goes away.
    table.current?.refocus();
  };
  const withSelection = (work: (chosen: readonly string[]) => Promise<unknown>) => {
    void work([...selection]);
    leaveSelection();
  };
  const changeSelected = (change: BulkChange) => withSelection((chosen) => updateTickets(chosen, change));
  const selectAll = async () => {
    const all = await idsOfAll({ ...list, ids });
    if (all) select(all);
  };
  return {
    table: {
      ref: table,
      selection,
      onSelectAll: () => (selection.size > 0 ? clear() : select(ids)),
      editing,
      actions,
    },
    bulk: {
      count: selection.size,
      ids: [...selection],
      onSnoozed: leaveSelection,
      total: list.total,
      control: { openMenu: bulkMenu, onOpenMenu: setBulkMenu },
      onClear: clear,
      onSelectAll: canSelectAll(list.total, selection.size) ? () => void selectAll() : null,
      onChange: changeSelected,
      onAssign: user && (() => askWhose([...selection])),
    },
    deleteSelected: () => withSelection(deleteTickets),
  };
}
