import { useQuery } from '@apollo/client/react';
import { Suspense, useEffect, useMemo, useState } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { gql } from '../apollo/gql.js';
import { RouteBoundary } from '../frame/RouteBoundary.js';
import { ShellPageDocument } from '../gql/graphql.js';
import { KeysDialog } from '../keyboard/KeysDialog.js';
import { useKeyboard } from '../keyboard/useKeyboard.js';
import { ConflictDialog } from '../tickets/changes/ConflictDialog.js';
import { countingQuery, countsOf, filterVariables } from '../tickets/filters/countingQuery.js';
import { useViewFilters } from '../tickets/views/useViewFilters.js';
import { Toaster } from '../ui/feedback/Toaster.js';
import { lazyPart, preloadWhenIdle } from '../ui/lazyPart.js';
import { PartBoundary } from '../ui/PartBoundary.js';
import { useNarrow } from '../ui/useMediaQuery.js';
import { Footer } from './Footer.js';
import { OfflineStrip } from './OfflineStrip.js';
import { Sidebar } from './Sidebar.js';
import { TabBar } from './TabBar.js';
import { TriageState } from './TriageState.js';
import { useReconnect } from './useReconnect.js';
import { useShellShortcuts } from './useShellShortcuts.js';

const PalettePage = lazyPart(async () => (await import('./palette/PalettePage.js')).PalettePage);
const NewTicketDialog = lazyPart(async () => (await import('../submit/NewTicketDialog.js')).NewTicketDialog);

gql`
  query ShellPage {
    ticketStats(days: 1) {
      openCount
    }
    triageStatus {
      ...TriageState_triage
    }
  }
`;

const POLL_MS = 30_000;

/** The frame around every page: navigation, the page itself in a boundary of its own, and what floats above all of them. */
export function ShellPage() {
  const viewFilters = useViewFilters();
  const query = useMemo(() => countingQuery(viewFilters.length, ShellPageDocument), [viewFilters.length]);
  const { data, previousData } = useQuery(query, {
    variables: filterVariables(viewFilters),
    pollInterval: POLL_MS,
    errorPolicy: 'all',
  });
  const { openCount } = (data ?? previousData)?.ticketStats ?? {};
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const [floating, setFloating] = useState<'palette' | 'keys' | 'create' | null>(null);
  const close = (open: boolean) => !open && setFloating(null);
  // Below the rail's width a form in a dialog has no room: it is a page.
  const narrow = useNarrow();
  const create = () => (pathname === '/new' || narrow ? void navigate('/new') : setFloating('create'));
  useReconnect();
  const isAnswered = data !== undefined;
  useEffect(() => (isAnswered ? preloadWhenIdle() : undefined), [isAnswered]);
  useKeyboard();
  useShellShortcuts({ openPalette: () => setFloating('palette'), openKeys: () => setFloating('keys'), create });

  return (
    <div className="grid h-full grid-cols-[52px_minmax(0,1fr)] grid-rows-[minmax(0,1fr)_var(--h-footer)] max-rail:flex max-rail:flex-col side:grid-cols-[var(--w-sidebar)_minmax(0,1fr)]">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-(--z-dialog) focus:bg-raised focus:p-3"
      >
        Skip to content
      </a>
      <Sidebar
        openCount={openCount ?? null}
        viewCounts={countsOf(data, viewFilters)}
        onSearch={() => setFloating('palette')}
        onCreate={create}
      />
      <main
        id="main"
        tabIndex={-1}
        className="relative mt-2 mr-2 flex min-h-0 min-w-0 flex-col overflow-hidden rounded-3 border border-line bg-surface outline-none max-rail:m-0 max-rail:flex-1 max-rail:rounded-none max-rail:border-0"
      >
        <OfflineStrip />
        <RouteBoundary place={pathname}>
          <Suspense fallback={null}>
            <Outlet />
          </Suspense>
        </RouteBoundary>
      </main>
      <Footer triage={data?.triageStatus && <TriageState triage={data.triageStatus} />} />
      <TabBar />
      <Toaster />
      <ConflictDialog />
      <KeysDialog open={floating === 'keys'} onOpenChange={close} />
      {floating === 'palette' && (
        <PartBoundary fallback={null} onFail={() => setFloating(null)}>
          <Suspense fallback={null}>
            <PalettePage onClose={() => setFloating(null)} onCreate={create} />
          </Suspense>
        </PartBoundary>
      )}
      {floating === 'create' && (
        <PartBoundary fallback={null} onFail={() => setFloating(null)}>
          <Suspense fallback={null}>
            <NewTicketDialog open onOpenChange={close} />
          </Suspense>
        </PartBoundary>
      )}
    </div>
  );
}
