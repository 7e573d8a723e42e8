/** The cells of a row that can change the ticket. Their menus hang from the row only while they are open. */
import type { ReactNode } from 'react';
import type { TicketRow_TicketFragment } from '../../gql/graphql.js';
import { Button } from '../../ui/Button.js';
import { CategoryGlyph, PriorityGlyph, StatusGlyph } from '../glyphs.js';
import { CategoryMenu, PriorityMenu, StatusMenu } from '../PropertyMenus.js';
import { categoryNames, nextSteps, statusNames } from '../vocabulary.js';
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
      aria-label={`Status: ${statusNames[ticket.status]}. Change`}
      title={statusNames[ticket.status]}
      onClick={() => actions.openMenu(ticket.id, 'status')}
    >
      <StatusGlyph status={ticket.status} />
    </button>
  );
  if (!open) return button;
  return (
    <StatusMenu
      open
      value={ticket.status}
      trigger={button}
      onOpenChange={(next) => !next && actions.closeMenu()}
      onChange={(status) => actions.change(ticket, { status })}
    />
  );
}

export function PriorityCell({ ticket, open, actions }: CellProps) {
  if (!open) return <PriorityGlyph priority={ticket.priority} label />;
  return (
    <PriorityMenu
      open
      value={ticket.priority}
      trigger={
        <button type="button" className={cellButton} aria-label="Priority">
          <PriorityGlyph priority={ticket.priority} />
        </button>
      }
      onOpenChange={(next) => !next && actions.closeMenu()}
      onChange={(priority) => actions.change(ticket, { priority })}
    />
  );
}

export function CategoryCell({ ticket, open, actions }: CellProps) {
  const word = (
    <span className="flex items-center gap-[5px] text-12 whitespace-nowrap text-body">
      <CategoryGlyph category={ticket.category} size={14} />
      {categoryNames[ticket.category]}
    </span>
  );
  return (
    <Cell className="max-rail:hidden">
      {open ? (
        <CategoryMenu
          open
          value={ticket.category}
          trigger={
            <button type="button" className="relative z-1">
              {word}
            </button>
          }
          onOpenChange={(next) => !next && actions.closeMenu()}
          onChange={(category) => actions.change(ticket, { category })}
        />
      ) : (
        word
      )}
    </Cell>
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
