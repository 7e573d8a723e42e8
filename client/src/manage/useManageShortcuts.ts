import { useShortcuts } from '../keyboard/useShortcuts.js';
import { assignmentShortcuts } from '../people/useAssignmentCommands.js';
import type { Property } from '../tickets/properties.js';

interface ManageCommands {
  search: () => void;
  move: (rows: number) => void;
  select: (range: boolean) => void;
  /** Of the selection, otherwise of the row that has the focus. */
  edit: (property: Property) => void;
  resolve: () => void;
  /** Of the selection or the row; null where nobody is signed in. */
  assign: (() => void) | null;
  claim: (() => void) | null;
  clear: () => void;
}

export function useManageShortcuts({
  search,
  move,
  select,
  edit,
  resolve,
  assign,
  claim,
  clear,
}: ManageCommands): void {
  useShortcuts([
    { keys: '/', label: 'search', run: search },
    { keys: 'j', label: 'next', keyboardOnly: true, run: () => move(1) },
    { keys: 'k', label: 'previous', keyboardOnly: true, run: () => move(-1) },
    { keys: 'x', label: 'select', hint: true, keyboardOnly: true, run: () => select(false) },
    { keys: 'shift+x', label: 'select range', hint: true, keyboardOnly: true, run: () => select(true) },
    { keys: 's', label: 'status', hint: true, keyboardOnly: true, run: () => edit('status') },
    { keys: 'p', label: 'priority', hint: true, keyboardOnly: true, run: () => edit('priority') },
    { keys: 't', label: 'category', keyboardOnly: true, run: () => edit('category') },
    { keys: 'e', label: 'resolve', keyboardOnly: true, run: resolve },
    ...assignmentShortcuts({ claim, assign }),
    { keys: 'Escape', label: 'clear selection', hint: true, keyboardOnly: true, run: clear },
  ]);
}
