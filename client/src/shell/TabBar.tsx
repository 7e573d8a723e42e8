import { Bell, Contact, Ellipsis, Globe, Layers, LogOut, Plus, Settings } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { unreadCountStore, unreadText } from '../frame/unreadCount.js';
import { notificationsPath, UnreadBadge } from '../notifications/Bell.js';
import { useSession } from '../session/session.js';
import { signOut } from '../session/signOut.js';
import { useViews } from '../tickets/views/useViews.js';
import { cx } from '../ui/cx.js';
import { Menu, type MenuProps } from '../ui/overlays/Menu.js';
import { MenuItem, MenuLabel } from '../ui/overlays/MenuItems.js';
import { useStore } from '../ui/store.js';
import { dashboardPlace, destinations, managePlace, references, requestersPlace } from './navigation.js';
import { ThemeItems } from './ThemeMenu.js';
import { TimeZoneDialog } from './TimeZoneDialog.js';

const tab = (current: boolean) =>
  cx(
    'flex flex-col items-center justify-center gap-[3px] text-11 leading-[14px]',
    current ? 'font-medium text-strong' : 'text-meta',
  );
const glyph = { size: 18, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** The navigation below 768 px: what the thumb reaches. Everything rarer is under More. */
export function TabBar() {
  const { pathname } = useLocation();
  const { user } = useSession();
  const unread = useStore(unreadCountStore);
  // A ticket brings its own bar to the thumb.
  if (pathname.startsWith('/tickets/')) return null;
  const [inbox, triage, dashboard] = destinations.map(({ to, label, icon: Icon }) => {
    const current = pathname === to;
    return (
      <Link key={to} to={to} className={tab(current)} aria-current={current ? 'page' : undefined}>
        <Icon {...glyph} />
        {label}
      </Link>
    );
  });
  return (
    <nav
      aria-label="Main"
      className="grid h-14 flex-none grid-cols-5 border-t border-line bg-app pb-[env(safe-area-inset-bottom)] rail:hidden"
    >
      {inbox}
      {triage}
      <Link to="/new" className={tab(pathname === '/new')} aria-current={pathname === '/new' ? 'page' : undefined}>
        <Plus {...glyph} />
        New
      </Link>
      {user ? (
        <Link
          to={notificationsPath}
          className={tab(pathname === notificationsPath)}
          aria-current={pathname === notificationsPath ? 'page' : undefined}
        >
          <span className="relative">
            <Bell {...glyph} />
            <UnreadBadge count={unread} className="absolute -top-1.5 left-2.5" />
          </span>
          Updates
          {unread > 0 && <span className="sr-only">, {unreadText(unread)} unread</span>}
        </Link>
      ) : (
        dashboard
      )}
      <MoreMenu
        trigger={
          <button type="button" className={tab(false)}>
            <Ellipsis {...glyph} />
            More
          </button>
        }
      />
    </nav>
  );
}

const itemGlyph = { size: 16, strokeWidth: 1.5, className: 'text-meta', 'aria-hidden': true } as const;

function MoreMenu({ trigger }: { trigger: MenuProps['trigger'] }) {
  const navigate = useNavigate();
  const { work, teams, views: saved } = useViews();
  const views = [...work, ...teams, ...saved];
  const { user } = useSession();
  const [choosingZone, setChoosingZone] = useState(false);
  return (
    <>
      <Menu label="More" side="top" align="end" trigger={trigger}>
        {views.length > 0 && <MenuLabel>Views</MenuLabel>}
        {views.map(({ name, query }) => (
          <MenuItem key={name} icon={<Layers {...itemGlyph} />} onSelect={() => void navigate(`/?${query}`)}>
            {name}
          </MenuItem>
        ))}
        {user && (
          <MenuItem icon={<dashboardPlace.icon {...itemGlyph} />} onSelect={() => void navigate(dashboardPlace.to)}>
            {dashboardPlace.label}
          </MenuItem>
        )}
        <MenuItem icon={<managePlace.icon {...itemGlyph} />} onSelect={() => void navigate(managePlace.to)}>
          {managePlace.label}
        </MenuItem>
        <MenuItem icon={<Contact {...itemGlyph} />} onSelect={() => void navigate(requestersPlace.to)}>
          {requestersPlace.label}
        </MenuItem>
        <MenuLabel>Developers</MenuLabel>
        {references.map(({ href, label, icon: Icon }) => (
          <MenuItem key={href} icon={<Icon {...itemGlyph} />} onSelect={() => window.location.assign(href)}>
            {label}
          </MenuItem>
        ))}
        <MenuLabel>Settings</MenuLabel>
        <MenuItem icon={<Settings {...itemGlyph} />} onSelect={() => void navigate('/settings')}>
          All settings
        </MenuItem>
        {user && (
          <MenuItem icon={<LogOut {...itemGlyph} />} onSelect={() => void signOut()}>
            Sign out
          </MenuItem>
        )}
        <MenuItem icon={<Globe {...itemGlyph} />} onSelect={() => setChoosingZone(true)}>
          Time zone
        </MenuItem>
        <MenuLabel>Theme</MenuLabel>
        <ThemeItems />
      </Menu>
      <TimeZoneDialog open={choosingZone} onOpenChange={setChoosingZone} />
    </>
  );
}
