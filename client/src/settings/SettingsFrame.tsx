import { Suspense } from 'react';
import { Link, Navigate, Outlet, useLocation } from 'react-router';
import { PageBar } from '../frame/PageBar.js';
import { RouteBoundary } from '../frame/RouteBoundary.js';
import { useSession } from '../session/session.js';
import { cx } from '../ui/cx.js';
import { accessSection, cannedSection, deskSections, ownSections, samplesSection } from './sections.js';

/** The list of sections beside the one that is open. What a person may not open is not listed. */
export function SettingsFrame() {
  const { user } = useSession();
  const { pathname } = useLocation();
  const own = user ? ownSections : [];
  const desk = user?.role === 'ADMIN' ? deskSections : [accessSection, cannedSection, samplesSection];
  const known = [...own, ...desk];
  if (!known.some(({ to }) => to === pathname)) return <Navigate to={known[0]?.to ?? '/'} replace />;
  return (
    <>
      <PageBar title="Settings" tabTitle={null} />
      <div className="flex min-h-0 flex-1 max-side:flex-col">
        <nav
          aria-label="Settings"
          className="flex w-46 flex-none flex-col gap-px overflow-y-auto border-r border-hair p-2 max-side:w-auto max-side:flex-row max-side:overflow-x-auto max-side:border-r-0 max-side:border-b"
        >
          {own.length > 0 && <Heading>You</Heading>}
          {own.map((section) => (
            <SectionLink key={section.to} {...section} current={section.to === pathname} />
          ))}
          <Heading>Desk</Heading>
          {desk.map((section) => (
            <SectionLink key={section.to} {...section} current={section.to === pathname} />
          ))}
        </nav>
        <div className="min-h-0 min-w-0 flex-1 overflow-y-auto">
          <RouteBoundary place={pathname}>
            <Suspense fallback={null}>
              <Outlet />
            </Suspense>
          </RouteBoundary>
        </div>
      </div>
    </>
  );
}

function Heading({ children }: { children: string }) {
  return <h2 className="px-2 pt-2 pb-1 text-11 font-medium text-meta max-side:sr-only">{children}</h2>;
}

function SectionLink({ to, label, icon: Icon, current }: (typeof ownSections)[number] & { current: boolean }) {
  return (
    <Link
      to={to}
      aria-current={current ? 'page' : undefined}
      className={cx(
        'flex h-7 flex-none items-center gap-2 rounded-2 px-2 font-medium whitespace-nowrap text-body -outline-offset-2 hover:bg-hover max-rail:h-11 [&>svg]:text-meta',
        current && 'bg-active text-strong hover:bg-active',
      )}
    >
      <Icon size={16} strokeWidth={1.5} aria-hidden />
      {label}
    </Link>
  );
}
