import { ListFilter as FilterIcon } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/controls/Button.js';
import { lazyPart } from '../../ui/lazyPart.js';
import { Menu } from '../../ui/overlays/Menu.js';
import type { TicketFilters } from './ticketFilters.js';
import { WhoseDialog } from './WhoseFilter.js';

/** A menu that opens is waited for as a whole. */
const AddFilterChoices = lazyPart(async () => (await import('./AddFilterChoices.js')).AddFilterChoices);

interface AddFilterMenuProps {
  filters: TicketFilters;
  onChange: (changes: Partial<TicketFilters>) => void;
}

export function AddFilterMenu({ filters, onChange }: AddFilterMenuProps) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Menu
        label="Add a filter"
        trigger={
          <Button tone="ghost" size="sm">
            <FilterIcon size={14} strokeWidth={1.5} aria-hidden />
            Filter
          </Button>
        }
      >
        <AddFilterChoices filters={filters} onChange={onChange} onAsk={() => setAsking(true)} />
      </Menu>
      {asking && <WhoseDialog onChange={onChange} onClose={() => setAsking(false)} />}
    </>
  );
}
