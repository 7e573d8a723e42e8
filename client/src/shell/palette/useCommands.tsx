import { CornerDownLeft, Layers, type LucideIcon, Plus, Search, Trash2 } from 'lucide-react';
import { useNavigate } from 'react-router';
import { useActiveShortcuts } from '../../keyboard/useShortcuts.js';
import { inboxPath } from '../../tickets/filters/ticketFilters.js';
import { useRemoveSampleTickets } from '../../tickets/inbox/useRemoveSampleTickets.js';
import { useViews } from '../../tickets/views/useViews.js';
import { setTheme } from '../../ui/theme.js';
import { destinations, references, requestersPlace } from '../navigation.js';
import { themeChoices } from '../ThemeMenu.js';

export interface Command {
  key: string;
  group: 'Actions' | 'Go to' | 'Settings' | 'Search';
  label: string;
  icon: LucideIcon;
  keys: string | null;
  run: () => void;
}

/** Everything the palette can do that is not a ticket: what the present screen offers by key, the places, and the settings. */
export function useCommands(text: string, onCreate: () => void) {
  const navigate = useNavigate();
  const shortcuts = useActiveShortcuts();
  const { work, teams, views: saved } = useViews();
  const views = [...work, ...teams, ...saved];
  const { removeSamples } = useRemoveSampleTickets();
  const go = (key: string, label: string, icon: LucideIcon, run: () => void, keys: string | null = null): Command => ({
    key,
    group: 'Go to',
    label,
    icon,
    keys,
    run,
  });
  const commands: Command[] = [
    { key: 'new', group: 'Actions', label: 'New ticket', icon: Plus, keys: 'c', run: onCreate },
    ...shortcuts
      .filter(({ keys, keyboardOnly }) => !keyboardOnly && !ownKeys.has(keys))
      .map(
        ({ keys, label, run }): Command => ({
          key: `key:${keys}`,
          group: 'Actions',
          label: `${label.charAt(0).toUpperCase()}${label.slice(1)}`,
          icon: CornerDownLeft,
          keys,
          run,
        }),
      ),
    ...places.map(({ to, label, icon, keys }) => go(to, label, icon, () => void navigate(to), keys)),
    ...views.map(({ name, query }) => go(`view:${name}`, name, Layers, () => void navigate(`/?${query}`))),
    ...references.map(({ href, label, icon }) => go(href, label, icon, () => window.location.assign(href))),
    ...themeChoices.map(
      ({ theme, name, icon }): Command => ({
        key: `theme:${theme}`,
        group: 'Settings',
        label: `${name} theme`,
        icon,
        keys: null,
        run: () => setTheme(theme),
      }),
    ),
    {
      key: 'remove-samples',
      group: 'Settings',
      label: 'Remove sample tickets',
      icon: Trash2,
      keys: null,
      run: () => void removeSamples(),
    },
  ];
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const matching = commands.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)));
  const searchInbox: Command = {
    key: 'search',
    group: 'Search',
    label: `Search the inbox for “${text.trim()}”`,
    icon: Search,
    keys: null,
    run: () => void navigate(inboxPath({ search: text.trim() })),
  };
  return { commands: matching, searchInbox };
}

const places = [...destinations, requestersPlace];

/** Shown under their own entries. */
const ownKeys = new Set(['c', ...places.map(({ keys }) => keys)]);
