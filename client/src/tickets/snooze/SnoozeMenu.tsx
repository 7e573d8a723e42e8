import { useNow } from '../../time/Time.js';
import { formatMoment } from '../../time/time.js';
import { useTimeZone } from '../../time/timeZone.js';
import { Menu, type MenuProps } from '../../ui/overlays/Menu.js';
import { MenuItem } from '../../ui/overlays/MenuItems.js';
import { snoozeChoices } from './snoozeChoices.js';
import type { Snooze } from './useSnoozeTickets.js';

interface SnoozeMenuProps extends Omit<MenuProps, 'children' | 'label'> {
  /** Whether what is meant rests already, and so can be woken. */
  wakes?: boolean;
  onChoose: (snooze: Snooze) => void;
}

/** How long to rest; a number chooses. */
export function SnoozeMenu({ wakes = false, onChoose, ...menu }: SnoozeMenuProps) {
  const now = useNow();
  const timeZone = useTimeZone();
  const choices = snoozeChoices(now, timeZone);
  return (
    <Menu label="Snooze" {...menu}>
      {choices.map(({ name, until }, index) => (
        <MenuItem key={name} keycap={String(index + 1)} onSelect={() => onChoose({ until })}>
          {name}
          {until && <span className="digits ml-2 text-12 text-meta">{formatMoment(until, timeZone)}</span>}
        </MenuItem>
      ))}
      {wakes && (
        <MenuItem keycap={String(choices.length + 1)} onSelect={() => onChoose(null)}>
          Wake now
        </MenuItem>
      )}
    </Menu>
  );
}
