import { Columns3 } from 'lucide-react';
import { useSession } from '../session/session.js';
import { Button } from '../ui/controls/Button.js';
import { Menu } from '../ui/overlays/Menu.js';
import { MenuCheckItem } from '../ui/overlays/MenuItems.js';
import { usePreference } from '../ui/preference.js';
import { columns, fixedColumns, hiddenColumns } from './columns.js';

/** Which columns to show, kept in this browser. */
export function ColumnsMenu() {
  const { user } = useSession();
  const hidden = usePreference(hiddenColumns);
  return (
    <Menu
      label="Columns"
      align="end"
      trigger={
        <Button tone="ghost" size="sm" className="max-rail:hidden">
          <Columns3 size={14} strokeWidth={1.5} aria-hidden />
          Columns
        </Button>
      }
    >
      {columns
        .filter(({ id }) => user !== null || id !== 'assignee')
        .filter(({ id }) => !fixedColumns.includes(id))
        .map(({ id, name }) => (
          <MenuCheckItem
            key={id}
            checked={!hidden.includes(id)}
            onChange={(on) => hiddenColumns.write(on ? hidden.filter((other) => other !== id) : [...hidden, id])}
          >
            {name}
          </MenuCheckItem>
        ))}
    </Menu>
  );
}
