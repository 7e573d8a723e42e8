import type { TicketChange } from '../changes/ticketChange.js';
import type { UpdatableTicket } from '../changes/useUpdateTicket.js';
import type { Property } from '../properties.js';

/** The menu that hangs from a row right now. */
export interface OpenMenu {
  id: string;
  kind: Property;
}

/** What a row can ask of the list. One object for all rows and all renders, so that rows stay as they are. */
export interface ListActions {
  open: (number: number) => void;
  /** `range` selects everything between the last selected row and this one. */
  select: (id: string, range: boolean) => void;
  openMenu: (id: string, kind: Property) => void;
  closeMenu: () => void;
  change: (ticket: UpdatableTicket, change: TicketChange) => void;
}
