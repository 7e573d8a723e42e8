import { Monitor, Moon, Sun } from 'lucide-react';
import { sidebarItem } from '../frame/SidebarLink.js';
import { Menu } from '../ui/overlays/Menu.js';
import { MenuItem } from '../ui/overlays/MenuItems.js';
import { usePreference } from '../ui/preference.js';
import { setTheme, type Theme, themePreference } from '../ui/theme.js';

export const themeChoices = [
  { theme: 'system', name: 'System', icon: Monitor },
  { theme: 'light', name: 'Light', icon: Sun },
  { theme: 'dark', name: 'Dark', icon: Moon },
] as const satisfies { theme: Theme; name: string; icon: typeof Sun }[];

export function ThemeItems() {
  const current = usePreference(themePreference);
  return themeChoices.map(({ theme, name, icon: Icon }) => (
    <MenuItem
      key={theme}
      icon={<Icon size={16} strokeWidth={1.5} className="text-meta" aria-hidden />}
      current={theme === current}
      onSelect={() => setTheme(theme)}
    >
      {name}
    </MenuItem>
  ));
}

export function ThemeMenu() {
  const current = usePreference(themePreference);
  const name = themeChoices.find(({ theme }) => theme === current)?.name;
  return (
    <Menu
      side="top"
      label="Theme"
      trigger={
        <button type="button" className={sidebarItem(false)} title="Theme">
          <Sun size={16} strokeWidth={1.5} aria-hidden />
          <span className="max-side:sr-only">Theme</span>
          <span className="ml-auto text-12 font-normal text-meta max-side:sr-only">{name}</span>
        </button>
      }
    >
      <ThemeItems />
    </Menu>
  );
}
