import { Menu, type MenuProps } from '../ui/overlays/Menu.js';
import { MenuItem } from '../ui/overlays/MenuItems.js';
import { type Property, type PropertyChange, type PropertyValues, properties } from './properties.js';

interface PropertyMenuProps<P extends Property> extends Omit<MenuProps, 'children' | 'label'> {
  property: P;
  /** The current value; null where there is none, or several tickets are meant. */
  value: PropertyValues[P] | null;
  onChange: (change: PropertyChange<P>) => void;
}

/** Chooses one value of a property: in a row, in the ticket, in the form and for a selection. */
export function PropertyMenu<P extends Property>({ property, value, onChange, ...menu }: PropertyMenuProps<P>) {
  const { label, values, names, glyph } = properties[property];
  return (
    <Menu label={label} {...menu}>
      {values.map((choice, index) => (
        <MenuItem
          key={choice}
          icon={glyph(choice)}
          current={choice === value}
          keycap={String(index + 1)}
          // A computed name has the type of any name.
          onSelect={() => onChange({ [property]: choice } as unknown as PropertyChange<P>)}
        >
          {names[choice]}
        </MenuItem>
      ))}
    </Menu>
  );
}

/** Which of several menus is open, where keys open them as well. */
export interface MenuControl {
  openMenu: Property | null;
  onOpenMenu: (property: Property | null) => void;
}

export function controlOf(property: Property, { openMenu, onOpenMenu }: MenuControl) {
  return {
    open: openMenu === property,
    onOpenChange: (open: boolean) => onOpenMenu(open ? property : null),
  };
}
