import { useState } from 'react';
import { useSession } from '../../session/session.js';
import { Menu } from '../../ui/overlays/Menu.js';
import { MenuItem, SubMenu } from '../../ui/overlays/MenuItems.js';
import { useViews } from '../views/useViews.js';
import { FilterButton } from './FilterButton.js';
import { ListChoices, RecentChoices } from './FilterChips.js';
import { filterNames, type ListFilter } from './filterChoices.js';
import type { TicketFilters } from './ticketFilters.js';
import { WhoseDialog } from './WhoseFilter.js';

const listFilters: readonly ListFilter[] = ['status', 'priority', 'category', 'waiting', 'source', 'outcome'];

interface AddFilterMenuProps {
  filters: TicketFilters;
  onChange: (changes: Partial<TicketFilters>) => void;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function AddFilterMenu({ filters, onChange, open, onOpenChange }: AddFilterMenuProps) {
  const { user } = useSession();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Menu label="Add a filter" open={open} onOpenChange={onOpenChange} trigger={<FilterButton />}>
        {listFilters.slice(0, 3).map((name) => (
          <SubMenu key={name} label={filterNames[name]}>
            <ListChoices name={name} filters={filters} onChange={onChange} />
          </SubMenu>
        ))}
        <SubMenu label={filterNames.created}>
          <RecentChoices filters={filters} onChange={onChange} />
        </SubMenu>
        {user && <PeopleChoices onChange={onChange} onAsk={() => setAsking(true)} />}
        {listFilters.slice(3).map((name) => (
          <SubMenu key={name} label={filterNames[name]}>
            <ListChoices name={name} filters={filters} onChange={onChange} />
          </SubMenu>
        ))}
      </Menu>
      {asking && <WhoseDialog onChange={onChange} onClose={() => setAsking(false)} />}
    </>
  );
}

interface PeopleChoicesProps extends Pick<AddFilterMenuProps, 'onChange'> {
  onAsk: () => void;
}

function PeopleChoices({ onChange, onAsk }: PeopleChoicesProps) {
  const { teams } = useViews();
  return (
    <>
      <SubMenu label={filterNames.assignee}>
        <MenuItem onSelect={() => onChange({ assignee: 'me' })}>You</MenuItem>
        <MenuItem onSelect={() => onChange({ assignee: 'none' })}>Nobody</MenuItem>
        <MenuItem onSelect={onAsk}>Somebody else…</MenuItem>
      </SubMenu>
      {teams.length > 0 && (
        <SubMenu label={filterNames.team}>
          {teams.map(({ id, name }) => (
            <MenuItem key={id} onSelect={() => onChange({ team: id ?? '' })}>
              {name}
            </MenuItem>
          ))}
        </SubMenu>
      )}
    </>
  );
}
