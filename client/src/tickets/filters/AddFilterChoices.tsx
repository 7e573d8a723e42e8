import { useSession } from '../../session/session.js';
import { MenuItem, SubMenu } from '../../ui/overlays/MenuItems.js';
import { useViews } from '../views/useViews.js';
import { ListChoices, RecentChoices } from './FilterChips.js';
import { filterNames, type ListFilter } from './filterChoices.js';
import type { TicketFilters } from './ticketFilters.js';

const listFilters: readonly ListFilter[] = [
  'status',
  'priority',
  'category',
  'waiting',
  'snoozed',
  'source',
  'outcome',
];

interface AddFilterChoicesProps {
  filters: TicketFilters;
  onChange: (changes: Partial<TicketFilters>) => void;
  /** Asks for a person or a team by name. */
  onAsk: () => void;
}

/** What the menu offers: each filter with its values. */
export function AddFilterChoices({ filters, onChange, onAsk }: AddFilterChoicesProps) {
  const { user } = useSession();
  return (
    <>
      {listFilters.slice(0, 3).map((name) => (
        <SubMenu key={name} label={filterNames[name]}>
          <ListChoices name={name} filters={filters} onChange={onChange} />
        </SubMenu>
      ))}
      <SubMenu label={filterNames.created}>
        <RecentChoices filters={filters} onChange={onChange} />
      </SubMenu>
      {user && <PeopleChoices onChange={onChange} onAsk={onAsk} />}
      {listFilters.slice(3).map((name) => (
        <SubMenu key={name} label={filterNames[name]}>
          <ListChoices name={name} filters={filters} onChange={onChange} />
        </SubMenu>
      ))}
    </>
  );
}

function PeopleChoices({ onChange, onAsk }: Omit<AddFilterChoicesProps, 'filters'>) {
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
