import { type RefObject, useState } from 'react';
import { askWhose } from '../../people/assigning.js';
import { useAssignmentCommands } from '../../people/useAssignmentCommands.js';
import { useSession } from '../../session/session.js';
import type { TicketChange } from '../changes/ticketChange.js';
import { type UpdatableTicket, useUpdateTicket } from '../changes/useUpdateTicket.js';
import { type BulkChange, useUpdateTickets } from '../changes/useUpdateTickets.js';
import { canSelectAll, idsOfAll } from '../lists/selectAll.js';
import { useSelection } from '../lists/useSelection.js';
import { useStableActions } from '../lists/useStableActions.js';
import type { Property } from '../properties.js';
import type { TicketFrame } from '../ticket/ticketFrame.js';
import type { ListActions, OpenMenu } from './listActions.js';
import type { ListHandle } from './TicketList.js';
import { useListCursor } from './useListCursor.js';
import type { useOpenTicket } from './useOpenTicket.js';
import { useToggleRead } from './useToggleRead.js';

type QueuedTicket = UpdatableTicket & { id: string; number: number };

interface Queue {
  tickets: readonly QueuedTicket[];
  total: number | null;
  pageInfo: Parameters<typeof idsOfAll>[0]['pageInfo'];
  fetchAfter: Parameters<typeof idsOfAll>[0]['fetchAfter'];
  open: ReturnType<typeof useOpenTicket>;
  list: RefObject<ListHandle | null>;
}

/** Working through the list: where one is, what is selected, and the changes that follow. Mouse and keyboard end up here alike. */
export function useInboxQueue({ tickets, total, pageInfo, fetchAfter, open, list }: Queue) {
  const { cursor, index, moveTo } = useListCursor(tickets, open.number);
  const ids = tickets.map(({ id }) => id);
  const { selection, toggle, select, clear } = useSelection(ids);
  const [isChoosing, setChoosing] = useState(false);
  const [rowMenu, setRowMenu] = useState<OpenMenu | null>(null);
  const [bulkMenu, setBulkMenu] = useState<Property | null>(null);
  const updateTicket = useUpdateTicket();
  const updateTickets = useUpdateTickets();
  const hasSelection = selection.size > 0;

  const clearSelection = () => {
    clear();
    setChoosing(false);
  };
  const change = (ticket: UpdatableTicket, values: TicketChange) => void updateTicket(ticket, values);
  const leaveSelection = () => {
    clearSelection();
    // The bar that had the focus goes away.
    list.current?.takeFocus(cursor?.id ?? null);
  };
  const changeSelected = (values: BulkChange) => {
    void updateTickets([...selection], values);
    leaveSelection();
  };
  const selectAll = async () => {
    const all = await idsOfAll({ ids, total, pageInfo, fetchAfter });
    if (all) select(all);
  };
  /** Moves on from the cursor, or enters the list at its top. */
  const step = (by: number): boolean => {
    const target = moveTo(index < 0 ? 0 : index + by);
    if (!target) return false;
    list.current?.reveal(target.id);
    if (open.isOpen) open.replace(target.number);
    return true;
  };
  const { user } = useSession();
  const chosen = () => (hasSelection ? [...selection] : cursor ? [cursor.id] : []);
  const assignmentCommands = useAssignmentCommands(chosen);
  const toggleRead = useToggleRead();
  const actions = useStableActions<ListActions>({
    open: (number) => {
      const ticket = isChoosing && tickets.find((listed) => listed.number === number);
      if (ticket) toggle(ticket.id, false);
      else open.show(number);
    },
    select: toggle,
    openMenu: (id, kind) => setRowMenu({ id, kind }),
    closeMenu: () => {
      setRowMenu(null);
      if (cursor) list.current?.reveal(cursor.id);
    },
    change,
  });
  const frame: TicketFrame = {
    variant: open.beside ? 'panel' : 'page',
    index: index >= 0 && cursor?.number === open.number ? index : null,
    total,
    step,
    close: open.close,
    hasSelection,
    toggleVariant: open.panelFits ? open.togglePanel : null,
  };
  return {
    rows: { cursorId: cursor?.id ?? null, selection, isChoosing, menu: rowMenu, actions },
    /** Narrow rows have a checkbox only while tickets are being chosen. */
    choosing: { isChoosing, toggle: () => (isChoosing ? clearSelection() : setChoosing(true)) },
    bulk: {
      count: selection.size,
      total,
      onSelectAll: canSelectAll(total, selection.size) ? () => void selectAll() : null,
      control: { openMenu: bulkMenu, onOpenMenu: setBulkMenu },
      onChange: changeSelected,
      onAssign: user && (() => askWhose([...selection])),
      ids: [...selection],
      onSnoozed: leaveSelection,
      onClear: clearSelection,
    },
    frame,
    commands: {
      move: step,
      open: () => cursor && open.show(cursor.number),
      select: (range: boolean) => cursor && toggle(cursor.id, range),
      menu(kind: Property) {
        if (hasSelection) setBulkMenu(kind);
        else if (cursor) setRowMenu({ id: cursor.id, kind });
      },
      resolveAndNext() {
        if (hasSelection) changeSelected({ status: 'RESOLVED' });
        else if (cursor) {
          step(1);
          change(cursor, { status: 'RESOLVED' });
        }
      },
      ...assignmentCommands,
      toggleRead: toggleRead && (() => void toggleRead(chosen())),
      clearSelection,
      hasSelection,
    },
  };
}
