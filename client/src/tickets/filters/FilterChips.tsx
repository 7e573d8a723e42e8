import { useState } from 'react';
import { useTimeZone } from '../../time/timeZone.js';
import { Chip } from '../../ui/controls/Chip.js';
import { Menu } from '../../ui/overlays/Menu.js';
import { MenuCheckItem, MenuItem } from '../../ui/overlays/MenuItems.js';
import { useViews } from '../views/useViews.js';
import { describeSuggestion } from './describeSuggestion.js';
import { describeRange, filterChoices, filterNames, type ListFilter, recentNames } from './filterChoices.js';
import { activeFilters, noFilters, recentDays, type TicketFilters } from './ticketFilters.js';
import { PersonName, WhoseDialog } from './WhoseFilter.js';

interface FilterChipsProps {
  filters: TicketFilters;
  onChange: (changes: Partial<TicketFilters>) => void;
}

const value = 'flex h-full items-center gap-[5px] px-[7px] hover:bg-hover';

/** One chip per filter in force. Its value opens the menu it was chosen from. */
export function FilterChips({ filters, onChange }: FilterChipsProps) {
  const timeZone = useTimeZone();
  return activeFilters(filters).map((name) => {
    if (name === 'search') return null;
    const remove = () => onChange({ [name]: noFilters[name] });
    return (
      <Chip key={name} name={filterNames[name]} onRemove={remove}>
        {name === 'created' || name === 'resolved' ? (
          <RangeValue name={name} filters={filters} onChange={onChange} timeZone={timeZone} />
        ) : name === 'assignee' || name === 'team' ? (
          <PeopleValue name={name} id={filters[name]} onChange={onChange} />
        ) : name === 'suggestion' ? (
          <span className="px-[7px]">{describeSuggestion(filters.suggestion ?? {}, timeZone)}</span>
        ) : (
          <ListValue name={name} filters={filters} onChange={onChange} />
        )}
      </Chip>
    );
  });
}

interface PeopleValueProps extends Pick<FilterChipsProps, 'onChange'> {
  name: 'assignee' | 'team';
  id: string;
}

/** Whose the tickets are; pressing it asks for another person or team. */
function PeopleValue({ name, id, onChange }: PeopleValueProps) {
  const { teams } = useViews();
  const [asking, setAsking] = useState(false);
  // The other kind may be chosen too, which then takes the place of this one.
  const change = (changes: Partial<TicketFilters>) => onChange({ [name]: '', ...changes });
  return (
    <>
      <button type="button" className={value} onClick={() => setAsking(true)}>
        {name === 'assignee' ? <PersonName id={id} /> : (teams.find((team) => team.id === id)?.name ?? 'One team')}
      </button>
      {asking && <WhoseDialog onChange={change} onClose={() => setAsking(false)} />}
    </>
  );
}

function ListValue({ name, filters, onChange }: FilterChipsProps & { name: ListFilter }) {
  const chosen = filterChoices[name].filter((choice) => isChosen(filters, name, choice.value));
  const [only] = chosen;
  return (
    <Menu
      label={filterNames[name]}
      trigger={
        <button type="button" className={value}>
          {chosen.map((choice) => (
            <span key={choice.value} className="contents">
              {choice.icon}
            </span>
          ))}
          <span className={chosen.length > 1 && only?.icon ? 'sr-only' : undefined}>
            {chosen.map((choice) => choice.name).join(', ')}
          </span>
          {chosen.length > 1 && only?.icon && <span className="digits">{chosen.length}</span>}
        </button>
      }
    >
      <ListChoices name={name} filters={filters} onChange={onChange} />
    </Menu>
  );
}

/** The values of a filter that takes several; each choice applies at once and the menu stays. */
export function ListChoices({ name, filters, onChange }: FilterChipsProps & { name: ListFilter }) {
  return filterChoices[name].map((choice) => (
    <MenuCheckItem
      key={choice.value}
      icon={choice.icon}
      checked={isChosen(filters, name, choice.value)}
      onChange={(on) => onChange(toggled(filters, name, choice.value, on))}
    >
      {choice.name}
    </MenuCheckItem>
  ));
}

function isChosen(filters: TicketFilters, name: ListFilter, choice: string): boolean {
  return (filters[name] as readonly string[]).includes(choice);
}

function toggled(filters: TicketFilters, name: ListFilter, choice: string, on: boolean): Partial<TicketFilters> {
  const next = filterChoices[name]
    .map((option) => option.value)
    .filter((option) => (option === choice ? on : isChosen(filters, name, option)));
  return { [name]: next };
}

type RangeValueProps = FilterChipsProps & { name: 'created' | 'resolved'; timeZone: string };

function RangeValue({ name, filters, onChange, timeZone }: RangeValueProps) {
  const range = filters[name];
  if (name === 'resolved' || typeof range !== 'number')
    return <span className="px-[7px]">{describeRange(typeof range === 'number' ? null : range, timeZone)}</span>;
  return (
    <Menu
      label={filterNames.created}
      trigger={
        <button type="button" className={value}>
          {recentNames[range]}
        </button>
      }
    >
      <RecentChoices filters={filters} onChange={onChange} />
    </Menu>
  );
}

export function RecentChoices({ filters, onChange }: FilterChipsProps) {
  return recentDays.map((days) => (
    <MenuItem key={days} current={filters.created === days} onSelect={() => onChange({ created: days })}>
      {recentNames[days]}
    </MenuItem>
  ));
}
