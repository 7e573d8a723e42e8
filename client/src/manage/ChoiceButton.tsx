import type { ReactNode } from 'react';
import type { ManageRow_TicketFragment } from '../gql/graphql.js';
import { CategoryGlyph, PriorityGlyph, StatusGlyph } from '../tickets/glyphs.js';
import { CategoryMenu, PriorityMenu, StatusMenu } from '../tickets/PropertyMenus.js';
import { categoryNames, priorityNames, statusNames } from '../tickets/vocabulary.js';
import type { CellProps } from './ManageCell.js';

export const choiceColumns = ['category', 'priority', 'status'] as const;
export type ChoiceColumn = (typeof choiceColumns)[number];

const names = { category: 'Category', priority: 'Priority', status: 'Status' } satisfies Record<ChoiceColumn, string>;

function shown(column: ChoiceColumn, ticket: ManageRow_TicketFragment): { icon: ReactNode; word: string } {
  if (column === 'category')
    return { icon: <CategoryGlyph category={ticket.category} size={14} />, word: categoryNames[ticket.category] };
  if (column === 'priority')
    return { icon: <PriorityGlyph priority={ticket.priority} size={14} />, word: priorityNames[ticket.priority] };
  return { icon: <StatusGlyph status={ticket.status} size={14} />, word: statusNames[ticket.status] };
}

/** A value that is chosen from a menu. The menu exists only while it is open: a table of closed menus would be slow. */
export function ChoiceButton({ column, ticket, tabIndex, editing, actions }: CellProps & { column: ChoiceColumn }) {
  const { icon, word } = shown(column, ticket);
  const button = (
    <button
      type="button"
      tabIndex={tabIndex}
      aria-label={`${names[column]} of T-${ticket.number}: ${word}. Change`}
      aria-haspopup="menu"
      className="hit flex h-7 max-w-full items-center gap-1.5 rounded-2 px-1.5 whitespace-nowrap text-body -outline-offset-2 mouse:hover:shadow-[inset_0_0_0_1px_var(--border-2)]"
      onClick={() => actions.edit({ id: ticket.id, column })}
    >
      {icon}
      {word}
    </button>
  );
  if (!editing) return button;
  const menu = { open: true, trigger: button, onOpenChange: (open: boolean) => !open && actions.stopEditing() };
  if (column === 'category')
    return (
      <CategoryMenu
        {...menu}
        value={ticket.category}
        onChange={(category) => void actions.change(ticket, { category })}
      />
    );
  if (column === 'priority')
    return (
      <PriorityMenu
        {...menu}
        value={ticket.priority}
        onChange={(priority) => void actions.change(ticket, { priority })}
      />
    );
  return <StatusMenu {...menu} value={ticket.status} onChange={(status) => void actions.change(ticket, { status })} />;
}
