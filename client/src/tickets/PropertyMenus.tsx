/** The menus that choose one value of status, priority or category: in a row, in the ticket, in the form and for a selection. */
import type { ReactNode } from 'react';
import type { TicketCategory, TicketPriority, TicketStatus } from '../gql/graphql.js';
import { Menu, type MenuProps } from '../ui/Menu.js';
import { MenuItem } from '../ui/MenuItems.js';
import { CategoryGlyph, PriorityGlyph, StatusGlyph } from './glyphs.js';
import { categories, categoryNames, priorities, priorityNames, statuses, statusNames } from './vocabulary.js';

interface PropertyMenuProps<V> extends Omit<MenuProps, 'children' | 'label'> {
  /** The current value; null where several tickets are meant. */
  value: V | null;
  onChange: (value: V) => void;
}

function propertyMenu<V extends string>(
  label: string,
  values: V[],
  names: Record<V, string>,
  glyph: (value: V) => ReactNode,
) {
  return function PropertyMenu({ value, onChange, ...menu }: PropertyMenuProps<V>) {
    return (
      <Menu label={label} {...menu}>
        {values.map((choice, index) => (
          <MenuItem
            key={choice}
            icon={glyph(choice)}
            current={choice === value}
            keycap={String(index + 1)}
            onSelect={() => onChange(choice)}
          >
            {names[choice]}
          </MenuItem>
        ))}
      </Menu>
    );
  };
}

export const StatusMenu = propertyMenu<TicketStatus>('Status', statuses, statusNames, (status) => (
  <StatusGlyph status={status} />
));

export const PriorityMenu = propertyMenu<TicketPriority>('Priority', priorities, priorityNames, (priority) => (
  <PriorityGlyph priority={priority} />
));

export const CategoryMenu = propertyMenu<TicketCategory>('Category', categories, categoryNames, (category) => (
  <CategoryGlyph category={category} />
));
