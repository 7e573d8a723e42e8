import { useOutletContext } from 'react-router';
import { createPreference } from '../../ui/preference.js';

/** Where a ticket is shown, and how to move on from it through the list it was opened from. */
export interface TicketFrame {
  variant: 'panel' | 'page';
  /** Place in the list, from 0; null where the ticket is not in the list that is loaded. */
  index: number | null;
  total: number | null;
  /** Opens the ticket so many places further; answers whether there was one. */
  step: (by: number) => boolean;
  /** Tickets are selected in the list beside it: the keys that change tickets mean those. */
  hasSelection: boolean;
  /** Back to the list alone. */
  close: () => void;
  /** Beside the list, or on a page of its own. Null where the window is too narrow for a choice. */
  toggleVariant: (() => void) | null;
}

export function useTicketFrame(): TicketFrame {
  return useOutletContext<TicketFrame>();
}

/** Whether tickets open beside the list where there is room. */
export const panelPreference = createPreference<'beside' | 'page'>('panel', (stored) =>
  stored === 'page' ? 'page' : 'beside',
);
