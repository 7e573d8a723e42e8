import { AddFilterMenu } from './AddFilterMenu.js';
import { FilterChips } from './FilterChips.js';
import type { TicketFilters } from './ticketFilters.js';

interface FilterControlsProps {
  filters: TicketFilters;
  onChange: (changes: Partial<TicketFilters>) => void;
  /** Whether the menu is open. */
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** The filters that are set, and the menu that sets another. */
export function FilterControls({ open, onOpenChange, ...filters }: FilterControlsProps) {
  return (
    <>
      <FilterChips {...filters} />
      <AddFilterMenu {...filters} open={open} onOpenChange={onOpenChange} />
    </>
  );
}
