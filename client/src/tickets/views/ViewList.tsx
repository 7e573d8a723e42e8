import { Layers, type LucideIcon, X } from 'lucide-react';
import { useLocation, useNavigate } from 'react-router';
import { SidebarHeading, SidebarLink, sidebarItem } from '../../frame/SidebarLink.js';
import { formatNumber } from '../../time/time.js';
import { IconButton } from '../../ui/controls/Button.js';
import { showToast } from '../../ui/feedback/toasts.js';
import { Menu } from '../../ui/overlays/Menu.js';
import { MenuItem } from '../../ui/overlays/MenuItems.js';
import { useSidebarFits } from '../../ui/useMediaQuery.js';
import { useSaveView } from './useSaveView.js';
import type { View } from './views.js';

/** The saved views in the sidebar, each with how many tickets it holds where that is known. Removing one can be undone for as long as its toast stays. */
interface ViewListProps {
  heading: string;
  views: readonly View[];
  counts: readonly (number | null | undefined)[];
  icon?: LucideIcon;
  fixed?: boolean;
}

export function ViewList({ heading, views, counts, icon = Layers, fixed = false }: ViewListProps) {
  const { save, remove: removeView } = useSaveView();
  const { pathname, search } = useLocation();
  const fits = useSidebarFits();
  if (views.length === 0) return null;
  const remove = async (view: View) => {
    if (!(await removeView(view))) return;
    showToast(`View “${view.name}” removed`, {
      action: { label: 'Undo', keys: 'z', run: () => void save({ name: view.name, query: view.query }) },
    });
  };
  if (!fits) return <ViewMenu heading={heading} icon={icon} views={views} />;
  return (
    <div>
      <SidebarHeading>{heading}</SidebarHeading>
      {views.map((view, index) => (
        <div key={view.id ?? view.name} className="group relative">
          <SidebarLink
            to={`/?${view.query}`}
            icon={icon}
            label={view.name}
            count={counts[index] == null ? null : formatNumber(counts[index])}
            current={pathname === '/' && search === `?${view.query}`}
          />
          {!fixed && view.canEdit !== false && (
            <IconButton
              label={`Remove view ${view.name}`}
              size="sm"
              icon={<X size={14} aria-hidden />}
              className="absolute! top-0.5 right-0.5 bg-active opacity-0 group-hover:opacity-100 focus-visible:opacity-100"
              onClick={() => void remove(view)}
            />
          )}
        </div>
      ))}
    </div>
  );
}

/** The views behind one icon, where the sidebar is a rail. */
function ViewMenu({ heading, icon: Icon, views }: { heading: string; icon: LucideIcon; views: readonly View[] }) {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const isCurrent = ({ query }: View) => pathname === '/' && search === `?${query}`;
  return (
    <Menu
      label={heading}
      trigger={
        <button type="button" title={heading} aria-label={heading} className={sidebarItem(views.some(isCurrent))}>
          <Icon size={16} strokeWidth={1.5} aria-hidden />
        </button>
      }
    >
      {views.map((view) => (
        <MenuItem key={view.name} current={isCurrent(view)} onSelect={() => void navigate(`/?${view.query}`)}>
          {view.name}
        </MenuItem>
      ))}
    </Menu>
  );
}
