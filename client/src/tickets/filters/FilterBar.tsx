import type { ReactNode, Ref } from 'react';
import { AddFilterMenu } from './AddFilterMenu.js';
import { FilterChips } from './FilterChips.js';
import { SearchField } from './SearchField.js';
import type { TicketFilters } from './ticketFilters.js';

interface FilterBarProps {
  filters: TicketFilters;
  onChange: (changes: Partial<TicketFilters>, options?: { replace?: boolean }) => void;
  searchRef: Ref<HTMLInputElement>;
  onSearchEnter: (text: string) => void;
  onSearchLeave: () => void;
  /** What stands at the right: view and order. */
  children?: ReactNode;
}

/** The second bar of every list. When narrow it scrolls sideways, and a cut chip shows that it does. */
export function FilterBar({ filters, onChange, searchRef, onSearchEnter, onSearchLeave, children }: FilterBarProps) {
  return (
    <div className="flex h-11 flex-none items-center gap-1.5 overflow-x-auto overflow-y-hidden border-b border-hair px-3 [scrollbar-width:none] max-rail:h-12 max-rail:px-4">
      <SearchField
        ref={searchRef}
        value={filters.search}
        onChange={(search) => onChange({ search }, { replace: true })}
        onEnter={onSearchEnter}
        onLeave={onSearchLeave}
      />
      <FilterChips filters={filters} onChange={onChange} />
      <AddFilterMenu filters={filters} onChange={onChange} />
      <span className="grow" />
      {children}
    </div>
  );
}
