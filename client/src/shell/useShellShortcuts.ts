import { useNavigate } from 'react-router';
import { useShortcuts } from '../keyboard/useShortcuts.js';
import { notificationsPath } from '../notifications/Bell.js';
import { useSession } from '../session/session.js';
import { unfinishedQuery } from '../tickets/views/views.js';
import { runToastAction } from '../ui/feedback/toasts.js';
import { destinations, requestersPlace } from './navigation.js';

interface ShellActions {
  openPalette: () => void;
  openKeys: () => void;
  create: () => void;
}

/** The keys that mean the same on every screen. */
export function useShellShortcuts({ openPalette, openKeys, create }: ShellActions): void {
  const navigate = useNavigate();
  const { user } = useSession();
  const shortcuts = [
    { keys: 'mod+k', label: 'commands', keyboardOnly: true, run: openPalette },
    { keys: '/', label: 'search', run: openPalette },
    { keys: 'c', label: 'new ticket', run: create },
    ...[...destinations, requestersPlace].map(({ to, label, keys }) => ({
      keys,
      label: `go to ${label.toLowerCase()}`,
      run: () => void navigate(to),
    })),
    ...(user
      ? [
          { keys: 'g y', label: 'go to yours', run: () => void navigate(`/?assignee=me&${unfinishedQuery}`) },
          { keys: 'g n', label: 'go to notifications', run: () => void navigate(notificationsPath) },
          { keys: 'g u', label: 'go to unassigned', run: () => void navigate(`/?assignee=none&${unfinishedQuery}`) },
        ]
      : []),
    { keys: 'g s', label: 'go to settings', run: () => void navigate('/settings') },
    { keys: 'z', label: 'undo', keyboardOnly: true, run: () => void runToastAction('z') },
    { keys: '?', label: 'all keys', hint: true, run: openKeys },
  ];
  useShortcuts(shortcuts, { beneath: true });
}
