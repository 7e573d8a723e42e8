import { NavLink, useLocation } from 'react-router';

const pages = [
  { to: '/dashboard', name: 'Tickets' },
  { to: '/dashboard/people', name: 'People' },
  { to: '/dashboard/triage', name: 'Triage' },
] as const;

/** The pages of the dashboard; the range goes along. */
export function DashboardTabs() {
  const { search } = useLocation();
  return (
    <nav aria-label="Dashboard" className="flex w-fit overflow-hidden rounded-2 border border-line">
      {pages.map(({ to, name }) => (
        <NavLink
          key={to}
          to={`${to}${search}`}
          end
          className="hit flex h-6.5 items-center border-hair px-2.5 text-12 text-body -outline-offset-2 not-first:border-l hover:bg-hover aria-[current=page]:bg-active aria-[current=page]:font-medium aria-[current=page]:text-strong max-rail:h-8"
        >
          {name}
        </NavLink>
      ))}
    </nav>
  );
}
