import { CircleDot, Plus, Search, Settings, Users } from 'lucide-react';
import { useLocation } from 'react-router';
import { SidebarHeading, SidebarLink } from '../frame/SidebarLink.js';
import { Bell } from '../notifications/Bell.js';
import { useSession } from '../session/session.js';
import { useViews } from '../tickets/views/useViews.js';
import { ViewList } from '../tickets/views/ViewList.js';
import { formatNumber } from '../time/time.js';
import { Button, IconButton } from '../ui/controls/Button.js';
import { Brand } from './Brand.js';
import { destinations, references } from './navigation.js';
import { PersonMenu } from './PersonMenu.js';
import { ThemeMenu } from './ThemeMenu.js';

interface SidebarProps {
  /** Tickets in the inbox; null while unknown. */
  unfinishedCount: number | null;
  /** Tickets that nobody has looked at; null while unknown. */
  triageCount: number | null;
  /** Tickets in each saved view, as far as they are known. */
  viewCounts: readonly (number | null | undefined)[];
  onSearch: () => void;
  onCreate: () => void;
}

/** The navigation from 1024 px up, and as a rail of icons from 768 px. */
export function Sidebar({ unfinishedCount, triageCount, viewCounts, onSearch, onCreate }: SidebarProps) {
  const { user } = useSession();
  const { pathname, search } = useLocation();
  const { work, teams, views: saved } = useViews();
  const views = [...work, ...teams, ...saved];
  const isInView = views.some(({ query }) => search === `?${query}`);
  const isCurrent = (to: string) =>
    to === '/' ? pathname.startsWith('/tickets/') || (pathname === '/' && !isInView) : pathname === to;
  const countOf = (to: string) => {
    const count = to === '/' ? unfinishedCount : to === '/triage' ? triageCount : null;
    return count === null ? null : formatNumber(count);
  };
  return (
    <nav
      aria-label="Main"
      className="row-span-2 flex flex-col gap-px overflow-y-auto p-2 max-side:items-center max-rail:hidden"
    >
      <div className="mb-1 flex h-9 items-center justify-between pl-2 max-side:h-auto max-side:flex-col max-side:gap-1 max-side:pt-2 max-side:pl-0">
        <Brand />
        <span className="flex items-center max-side:flex-col">
          <IconButton
            label="Search and commands"
            size="sm"
            className="max-side:size-9"
            icon={<Search size={16} strokeWidth={1.5} aria-hidden />}
            onClick={onSearch}
          />
          {user && <Bell />}
        </span>
      </div>
      <Button
        keys="c"
        className="mb-2 justify-start! max-side:size-9 max-side:justify-center! max-side:px-0 [&>span:last-child]:ml-auto max-side:[&>span:last-child]:hidden"
        onClick={onCreate}
      >
        <Plus size={16} strokeWidth={1.5} aria-hidden />
        <span className="max-side:sr-only">New ticket</span>
      </Button>
      {destinations.map(({ to, label, icon }) => (
        <SidebarLink key={to} to={to} icon={icon} label={label} current={isCurrent(to)} count={countOf(to)} />
      ))}
      <ViewList heading="Work" icon={CircleDot} views={work} counts={viewCounts} fixed />
      <ViewList heading="Teams" icon={Users} views={teams} counts={viewCounts.slice(work.length)} fixed />
      <ViewList heading="Views" views={saved} counts={viewCounts.slice(work.length + teams.length)} />
      <SidebarHeading>Developers</SidebarHeading>
      {references.map(({ href, label, icon }) => (
        <SidebarLink key={href} to={href} icon={icon} label={label} current={false} external />
      ))}
      <span className="grow" />
      <SidebarLink to="/settings" icon={Settings} label="Settings" current={pathname.startsWith('/settings')} />
      <ThemeMenu />
      <PersonMenu />
    </nav>
  );
}
