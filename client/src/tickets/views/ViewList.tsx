import { Layers, X } from 'lucide-react';
import { useLocation, useNavigate } from 'react-router';
import { SidebarHeading, SidebarLink, sidebarItem } from '../../frame/SidebarLink.js';
import { formatNumber } from '../../time/time.js';
import { IconButton } from '../../ui/controls/Button.js';
import { showToast } from '../../ui/feedback/toasts.js';
import { Menu } from '../../ui/overlays/Menu.js';
import { MenuItem } from '../../ui/overlays/MenuItems.js';
import { usePreference } from '../../ui/preference.js';
import { useSidebarFits } from '../../ui/useMediaQuery.js';
import { removeView, saveView, type View, viewsPreference } from './views.js';

/** The saved views in the sidebar, each with how many tickets it holds where that is known. Removing one can be undone for as long as its toast stays. */
export function ViewList({ counts }: { counts: readonly (number | null | undefined)[] }) {
  const views = usePreference(viewsPreference);
  const { pathname, search } = useLocation();
  const fits = useSidebarFits();
  if (views.length === 0) return null;
  const remove = (view: View) => {
    removeView(view.name);
    showToast(`View “${view.name}” removed`, { action: { label: 'Undo', keys: 'z', run: () => saveView(view) } });
  };
  if (!fits) return <ViewMenu views={views} />;
  return (
    <div>
      <SidebarHeading>Views</SidebarHeading>
      {views.map((view, index) => (
        <div key={view.name} className="group relative">
          <SidebarLink
            to={`/?${view.query}`}
            icon={Layers}
            label={view.name}
            count={counts[index] == null ? null : formatNumber(counts[index])}
            current={pathname === '/' && search === `?${view.query}`}
          />
          <IconButton
            label={`Remove view ${view.name}`}
            size="sm"
            icon={<X size={14} aria-hidden />}
            className="absolute! top-0.5 right-0.5 bg-active opacity-0 group-hover:opacity-100 focus-visible:opacity-100"
            onClick={() => remove(view)}
          />
        </div>
      ))}
    </div>
  );
}

/** The views behind one icon, where the sidebar is a rail. */
function ViewMenu({ views }: { views: readonly View[] }) {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const isCurrent = ({ query }: View) => pathname === '/' && search === `?${query}`;
  return (
    <Menu
      label="Views"
      trigger={
        <button type="button" title="Views" aria-label="Views" className={sidebarItem(views.some(isCurrent))}>
          <Layers size={16} strokeWidth={1.5} aria-hidden />
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
