import { type ReactNode, type Ref, Suspense, useState } from 'react';
import { lazyPart } from '../../ui/lazyPart.js';
import { PartBoundary } from '../../ui/PartBoundary.js';
import { FilterButton } from './FilterButton.js';
import { IgnoredParams } from './IgnoredParams.js';
import { SearchField } from './SearchField.js';
import { activeFilters, type TicketFilters } from './ticketFilters.js';

const FilterControls = lazyPart(async () => (await import('./FilterControls.js')).FilterControls);

interface FilterBarProps {
  filters: TicketFilters;
  onChange: (changes: Partial<TicketFilters>, options?: { replace?: boolean }) => void;
  searchRef: Ref<HTMLInputElement>;
  onSearchEnter: (text: string) => void;
  onSearchLeave: () => void;
  /** What stands at the right: view and order. */
  children?: ReactNode;
}

/** The second bar of every list. When narrow the filters scroll sideways, and a cut chip shows that they do; what stands at the right stays in sight. */
export function FilterBar({ filters, onChange, searchRef, onSearchEnter, onSearchLeave, children }: FilterBarProps) {
  return (
    <>
      <div className="flex h-11 flex-none items-center gap-1.5 border-b border-hair px-3 max-rail:h-12 max-rail:px-4 print:hidden">
        <div className="flex h-full min-w-0 flex-1 items-center gap-1.5 overflow-x-auto overflow-y-hidden [scrollbar-width:none]">
          <SearchField
            ref={searchRef}
            value={filters.search}
            onChange={(search) => onChange({ search }, { replace: true })}
            onEnter={onSearchEnter}
            onLeave={onSearchLeave}
          />
          <LateControls filters={filters} onChange={onChange} />
        </div>
        {children}
      </div>
      <IgnoredParams />
    </>
  );
}

/** The first rows do not wait for menus: until one is wanted there is a plain button. */
function LateControls({ filters, onChange }: Pick<FilterBarProps, 'filters' | 'onChange'>) {
  const [open, setOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  if (open && !wasOpened) setWasOpened(true);
  const button = (
    <FilterButton
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={() => setOpen(true)}
      onPointerEnter={FilterControls.preload}
      onFocus={FilterControls.preload}
    />
  );
  if (!wasOpened && activeFilters(filters).length === 0) return button;
  return (
    <PartBoundary fallback={button} onFail={() => setOpen(false)}>
      <Suspense fallback={button}>
        <FilterControls filters={filters} onChange={onChange} open={open} onOpenChange={setOpen} />
      </Suspense>
    </PartBoundary>
  );
}
