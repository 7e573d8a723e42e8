import { PropertyMenu } from '../tickets/PropertyMenu.js';
import { describeProperty, type Property, PropertyValue } from '../tickets/properties.js';
import type { CellProps } from './ManageCell.js';

/** A value that is chosen from a menu. The menu exists only while it is open: a table of closed menus would be slow. */
export function ChoiceButton({ column, ticket, tabIndex, editing, actions }: CellProps & { column: Property }) {
  const button = (
    <button
      type="button"
      tabIndex={tabIndex}
      aria-label={`${describeProperty(column, ticket[column], ` of T-${ticket.number}`)}. Change`}
      aria-haspopup="menu"
      className="hit flex h-7 max-w-full items-center gap-1.5 rounded-2 px-1.5 whitespace-nowrap text-body -outline-offset-2 mouse:hover:shadow-[inset_0_0_0_1px_var(--border-2)]"
      onClick={() => actions.edit({ id: ticket.id, column })}
    >
      <PropertyValue property={column} value={ticket[column]} size={14} />
    </button>
  );
  if (!editing) return button;
  return (
    <PropertyMenu
      open
      property={column}
      value={ticket[column]}
      trigger={button}
      onOpenChange={(open) => !open && actions.stopEditing()}
      onChange={(change) => void actions.change(ticket, change)}
    />
  );
}
