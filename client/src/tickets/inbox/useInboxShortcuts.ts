import type { RefObject } from 'react';
import { useShortcuts } from '../../keyboard/useShortcuts.js';
import { assignmentShortcuts } from '../../people/useAssignmentCommands.js';
import type { Property } from '../properties.js';

interface InboxCommands {
  searchRef: RefObject<HTMLInputElement | null>;
  /** A ticket that is open answers to most keys itself. */
  ticketOpen: boolean;
  hasSelection: boolean;
  move: (by: number) => boolean;
  open: () => void;
  select: (range: boolean) => void;
  menu: (kind: Property) => void;
  resolveAndNext: () => void;
  /** Null where nobody is signed in. */
  claim: (() => void) | null;
  assign: (() => void) | null;
  toggleRead: (() => void) | null;
  clearSelection: () => void;
  clearFilters: () => void;
  togglePanel: () => void;
}

export function useInboxShortcuts(commands: InboxCommands): void {
  const { searchRef, ticketOpen, hasSelection } = commands;
  const focusSearch = () => {
    searchRef.current?.focus();
    searchRef.current?.select();
  };
  const always = [
    { keys: '/', label: 'search', run: focusSearch },
    { keys: '\\', label: 'side panel', run: commands.togglePanel },
  ];
  const onTheList = [
    { keys: 'j', label: 'next', hint: true, keyboardOnly: true, run: () => void commands.move(1) },
    { keys: 'k', label: 'previous', hint: true, keyboardOnly: true, run: () => void commands.move(-1) },
    { keys: 'ArrowDown', label: 'next', keyboardOnly: true, run: () => void commands.move(1) },
    { keys: 'ArrowUp', label: 'previous', keyboardOnly: true, run: () => void commands.move(-1) },
    { keys: 'Enter', label: 'open', hint: true, keyboardOnly: true, run: commands.open },
    { keys: 'x', label: 'select', hint: true, keyboardOnly: true, run: () => commands.select(false) },
    { keys: 'shift+x', label: 'select range', keyboardOnly: true, run: () => commands.select(true) },
    { keys: 'shift+Escape', label: 'clear filters', run: commands.clearFilters },
  ];
  const changes = [
    { keys: 's', label: 'status', hint: true, run: () => commands.menu('status') },
    { keys: 'p', label: 'priority', hint: true, run: () => commands.menu('priority') },
    { keys: 't', label: 'category', run: () => commands.menu('category') },
    { keys: 'e', label: 'resolve, next', hint: true, run: commands.resolveAndNext },
    ...assignmentShortcuts(commands),
    ...(commands.toggleRead ? [{ keys: 'u', label: 'read or unread', run: commands.toggleRead }] : []),
    { keys: 'Escape', label: 'clear selection', keyboardOnly: true, run: commands.clearSelection },
  ];
  useShortcuts([...always, ...(ticketOpen ? [] : onTheList), ...(ticketOpen && !hasSelection ? [] : changes)]);
}
