/** The cells of a row that can change the ticket. Their menus hang from the row only while they are open. */
import type { ReactNode } from 'react';
import type { TicketRow_TicketFragment } from '../../gql/graphql.js';
import { Button } from '../../ui/controls/Button.js';
import type { MenuProps } from '../../ui/overlays/Menu.js';
import { PriorityGlyph, StatusGlyph } from '../glyphs.js';
import { PropertyMenu } from '../PropertyMenu.js';
import { describeProperty, type Property, PropertyValue } from '../properties.js';
import { nextSteps, statusNames } from '../vocabulary.js';
import type { ListActions } from './listActions.js';

export function Cell({ className, children }: { className?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid.
    // biome-ignore lint/a11y/useFocusableInteractive: the row's link is the one tab stop; cells only carry the grid's structure.
    <div role="gridcell" className={className}>
      {children}
    </div>
  );
}

interface CellProps {
  ticket: TicketRow_TicketFragment;
  open: boolean;
  actions: ListActions;
}

/** Buttons lie above the link that covers the row; their hit area is the full height of the row. */
const cellButton =
  'relative z-1 -mx-1.5 grid h-11 w-7 place-items-center rounded-2 max-rail:absolute max-rail:inset-y-0 max-rail:right-2 max-rail:mx-0 max-rail:h-16 max-rail:w-11';

export function StatusCell({ ticket, open, actions }: CellProps) {
  const button = (
    <button
      type="button"
      tabIndex={-1}
      className={cellButton}
      aria-label={`${describeProperty('status', ticket.status)}. Change`}
      title={statusNames[ticket.status]}
      onClick={() => actions.openMenu(ticket.id, 'status')}
    >
      <StatusGlyph status={ticket.status} />
    </button>
  );
  return open ? <OpenMenu property="status" trigger={button} {...{ ticket, actions }} /> : button;
}

export function PriorityCell({ ticket, open, actions }: CellProps) {
  if (!open) return <PriorityGlyph priority={ticket.priority} label />;
  const button = (
    <button type="button" className={cellButton} aria-label="Priority">
      <PriorityGlyph priority={ticket.priority} />
    </button>
  );
  return <OpenMenu property="priority" trigger={button} {...{ ticket, actions }} />;
}

export function CategoryCell({ ticket, open, actions }: CellProps) {
  const word = (
    <span className="flex items-center gap-[5px] text-12 whitespace-nowrap text-body">
      <PropertyValue property="category" value={ticket.category} size={14} />
    </span>
  );
  const button = (
    <button type="button" className="relative z-1">
      {word}
    </button>
  );
  return (
    <Cell className="max-rail:hidden">
      {open ? <OpenMenu property="category" trigger={button} {...{ ticket, actions }} /> : word}
    </Cell>
  );
}

type OpenMenuProps = Omit<CellProps, 'open'> & { property: Property; trigger: MenuProps['trigger'] };

function OpenMenu({ property, trigger, ticket, actions }: OpenMenuProps) {
  return (
    <PropertyMenu
      open
      property={property}
      value={ticket[property]}
      trigger={trigger}
      onOpenChange={(open) => !open && actions.closeMenu()}
      onChange={(change) => actions.change(ticket, change)}
    />
  );
}

/** The obvious next step, one click away while the pointer is on the row. */
export function NextStep({ ticket, actions }: Omit<CellProps, 'open'>) {
  const { status, verb } = nextSteps[ticket.status];
  return (
    <Cell className="relative z-1 max-rail:hidden">
      <Button
        size="sm"
        tabIndex={-1}
        className="hidden! mouse:group-hover:inline-flex!"
        onClick={() => actions.change(ticket, { status })}
      >
        {verb}
      </Button>
    </Cell>
  );
}
