import { useState } from 'react';
import { Menu } from '../../ui/overlays/Menu.js';
import { AddFilterChoices } from './AddFilterChoices.js';
import { FilterButton } from './FilterButton.js';
import type { TicketFilters } from './ticketFilters.js';
import { WhoseDialog } from './WhoseFilter.js';

interface AddFilterMenuProps {
  filters: TicketFilters;
  onChange: (changes: Partial<TicketFilters>) => void;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function AddFilterMenu({ filters, onChange, open, onOpenChange }: AddFilterMenuProps) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Menu label="Add a filter" open={open} onOpenChange={onOpenChange} trigger={<FilterButton />}>
        <AddFilterChoices filters={filters} onChange={onChange} onAsk={() => setAsking(true)} />
      </Menu>
      {asking && <WhoseDialog onChange={onChange} onClose={() => setAsking(false)} />}
    </>
  );
}
