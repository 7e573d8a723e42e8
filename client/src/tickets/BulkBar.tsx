import { UserRound, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatNumber } from '../time/time.js';
import { Button, IconButton } from '../ui/controls/Button.js';
import type { BulkChange } from './changes/useUpdateTickets.js';
import { controlOf, type MenuControl, PropertyMenu } from './PropertyMenu.js';
import { properties, propertyOrder } from './properties.js';
import { BulkSnooze } from './snooze/BulkSnooze.js';

interface BulkBarProps {
  count: number;
  /** Left out where no keys open the menus. */
  control?: MenuControl;
  onChange: (change: BulkChange) => void;
  /** Null where there is nobody to give them to. */
  onAssign: (() => void) | null;
  ids: readonly string[];
  onSnoozed: () => void;
  onClear: () => void;
  /** Selects every ticket of the list; null where all are selected, or they are too many. */
  onSelectAll: (() => void) | null;
  total: number | null;
  /** Rarer actions, such as deletion, stand last. */
  children?: ReactNode;
}

/** One value of each stands for all. */
const marks = {
  status: properties.status.glyph('OPEN'),
  priority: properties.priority.glyph('HIGH'),
  category: properties.category.glyph('GENERAL'),
};

/** What can be done with the selected tickets; floats above the end of the list. */
export function BulkBar({
  count,
  control,
  onChange,
  onAssign,
  ids,
  onSnoozed,
  onClear,
  onSelectAll,
  total,
  children,
}: BulkBarProps) {
  if (count === 0) return null;
  return (
    <div
      role="toolbar"
      aria-label="Selected tickets"
      className="absolute print:hidden bottom-4 left-1/2 z-(--z-bulk) flex -translate-x-1/2 items-center gap-1.5 rounded-3 border border-line bg-raised p-1.5 pl-3 whitespace-nowrap shadow-lift motion-safe:animate-[fade_var(--t-base)_var(--ease-out)] max-rail:inset-x-2 max-rail:bottom-2 max-rail:translate-x-0 max-rail:justify-between"
    >
      <span aria-live="polite" className="pr-2 font-medium">
        <span className="digits">{formatNumber(count)}</span> <span>selected</span>
      </span>
      {onSelectAll && total !== null && (
        <Button tone="ghost" className="max-rail:hidden" onClick={onSelectAll}>
          {`Select all ${formatNumber(total)}`}
        </Button>
      )}
      {propertyOrder.map((property) => (
        <PropertyMenu
          key={property}
          {...(control && controlOf(property, control))}
          property={property}
          value={null}
          side="top"
          align="center"
          trigger={
            <Button tone="ghost">
              {marks[property]}
              <span className="max-rail:sr-only">{properties[property].label}</span>
            </Button>
          }
          onChange={onChange}
        />
      ))}
      {onAssign && (
        <Button tone="ghost" aria-label="Assign to…" onClick={onAssign}>
          <UserRound size={16} strokeWidth={1.5} aria-hidden />
          <span className="max-rail:sr-only">Assignee</span>
        </Button>
      )}
      <BulkSnooze ids={ids} onDone={onSnoozed} />
      {children}
      <IconButton label="Clear the selection" icon={<X size={16} strokeWidth={1.5} aria-hidden />} onClick={onClear} />
    </div>
  );
}
