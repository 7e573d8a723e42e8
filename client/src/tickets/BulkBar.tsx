import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, IconButton } from '../ui/Button.js';
import { type BulkChange, SELECTION_LIMIT } from './changes/useUpdateTickets.js';
import { CategoryGlyph, PriorityGlyph, StatusGlyph } from './glyphs.js';
import { CategoryMenu, PriorityMenu, StatusMenu } from './PropertyMenus.js';

export type BulkMenu = keyof BulkChange;

interface BulkBarProps {
  count: number;
  /** The menu that a key has opened. */
  openMenu?: BulkMenu | null;
  onOpenMenu?: (menu: BulkMenu | null) => void;
  onChange: (change: BulkChange) => void;
  onClear: () => void;
  /** Rarer actions, such as deletion, stand last. */
  children?: ReactNode;
}

/** What can be done with the selected tickets; floats above the end of the list. */
export function BulkBar({ count, openMenu, onOpenMenu, onChange, onClear, children }: BulkBarProps) {
  if (count === 0) return null;
  const menu = (name: BulkMenu) => ({
    side: 'top' as const,
    align: 'center' as const,
    value: null,
    ...(onOpenMenu && {
      open: openMenu === name,
      onOpenChange: (open: boolean) => onOpenMenu(open ? name : null),
    }),
  });
  return (
    <div
      role="toolbar"
      aria-label="Selected tickets"
      className="absolute bottom-4 left-1/2 z-(--z-bulk) flex -translate-x-1/2 items-center gap-1.5 rounded-3 border border-line bg-raised p-1.5 pl-3 whitespace-nowrap shadow-lift motion-safe:animate-[fade_var(--t-base)_var(--ease-out)] max-rail:inset-x-2 max-rail:bottom-2 max-rail:translate-x-0 max-rail:justify-between"
    >
      <span aria-live="polite" className="pr-2 font-medium">
        <span className="digits">{count}</span> selected
        <span className="ml-1.5 font-normal text-meta max-side:hidden">of at most {SELECTION_LIMIT}</span>
      </span>
      <StatusMenu
        {...menu('status')}
        trigger={
          <Button tone="ghost">
            <StatusGlyph status="OPEN" />
            <span className="max-rail:sr-only">Status</span>
          </Button>
        }
        onChange={(status) => onChange({ status })}
      />
      <PriorityMenu
        {...menu('priority')}
        trigger={
          <Button tone="ghost">
            <PriorityGlyph priority="HIGH" />
            <span className="max-rail:sr-only">Priority</span>
          </Button>
        }
        onChange={(priority) => onChange({ priority })}
      />
      <CategoryMenu
        {...menu('category')}
        trigger={
          <Button tone="ghost">
            <CategoryGlyph category="GENERAL" />
            <span className="max-rail:sr-only">Category</span>
          </Button>
        }
        onChange={(category) => onChange({ category })}
      />
      {children}
      <IconButton label="Clear the selection" icon={<X size={16} strokeWidth={1.5} aria-hidden />} onClick={onClear} />
    </div>
  );
}
