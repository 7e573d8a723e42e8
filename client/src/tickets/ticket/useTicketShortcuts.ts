import { useShortcuts } from '../../keyboard/useShortcuts.js';
import { assignmentShortcuts } from '../../people/useAssignmentCommands.js';
import type { Property } from '../properties.js';
import type { TicketFrame } from './ticketFrame.js';

interface TicketCommands {
  enabled: boolean;
  frame: TicketFrame;
  openMenu: (property: Property) => void;
  resolveAndNext: () => void;
  /** Null where nobody is signed in. */
  claim: (() => void) | null;
  assign: (() => void) | null;
  accept: (() => void) | null;
  /** Null where it is merged already. */
  merge: (() => void) | null;
}

export function useTicketShortcuts({
  enabled,
  frame,
  openMenu,
  resolveAndNext,
  accept,
  claim,
  assign,
  merge,
}: TicketCommands): void {
  const shortcuts = [
    { keys: 'j', label: 'next', hint: true, keyboardOnly: true, run: () => void frame.step(1) },
    { keys: 'k', label: 'previous', hint: true, keyboardOnly: true, run: () => void frame.step(-1) },
    ...(accept ? [{ keys: 'a', label: 'accept triage', hint: true, run: accept }] : []),
  ];
  const changes = [
    { keys: 'e', label: 'resolve, next', hint: true, run: resolveAndNext },
    { keys: 's', label: 'status', hint: true, run: () => openMenu('status') },
    { keys: 'p', label: 'priority', hint: true, run: () => openMenu('priority') },
    { keys: 't', label: 'category', run: () => openMenu('category') },
    ...assignmentShortcuts({ claim, assign }),
    ...(merge ? [{ keys: 'd', label: 'duplicate of…', run: merge }] : []),
    { keys: 'Escape', label: 'back', hint: true, keyboardOnly: true, run: frame.close },
  ];
  useShortcuts(enabled ? [...shortcuts, ...(frame.hasSelection ? [] : changes)] : []);
}
