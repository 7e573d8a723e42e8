import { useNavigate } from 'react-router';
import { useSession } from '../session/session.js';
import { signOut } from '../session/signOut.js';
import { Avatar } from '../ui/feedback/Avatar.js';
import { Menu } from '../ui/overlays/Menu.js';
import { MenuItem } from '../ui/overlays/MenuItems.js';

/** Who is signed in, at the foot of the sidebar; nothing where nobody is. */
export function PersonMenu() {
  const { user } = useSession();
  const navigate = useNavigate();
  if (!user) return null;
  return (
    <Menu
      side="top"
      label="Your account"
      trigger={
        <button
          type="button"
          className="mt-1 flex h-9 w-full items-center gap-2 rounded-2 px-1.5 font-medium text-strong -outline-offset-2 hover:bg-hover max-side:justify-center max-side:px-0"
        >
          <Avatar name={user.displayName} own />
          <span className="cut max-side:sr-only">{user.displayName}</span>
        </button>
      }
    >
      <MenuItem onSelect={() => void navigate('/settings/profile')}>Profile</MenuItem>
      <MenuItem onSelect={() => void navigate('/settings/security')}>Password and sessions</MenuItem>
      <MenuItem onSelect={() => void signOut()}>Sign out</MenuItem>
    </Menu>
  );
}
