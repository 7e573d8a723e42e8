import { useQuery } from '@apollo/client/react';
import { Suspense, useEffect, useMemo, useState } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { gql } from '../apollo/gql.js';
import { usePollInterval, useRefetchOnChange } from '../apollo/useLiveQuery.js';
import { RouteBoundary } from '../frame/RouteBoundary.js';
import {
  ShellPageDocument,
  type ShellPageQuery,
  ShellViewsDocument,
  type ShellViewsQuery,
  UnreadNotificationsDocument,
} from '../gql/graphql.js';
import { useKeyboard } from '../keyboard/useKeyboard.js';
import { UnreadAnnouncement } from '../notifications/Bell.js';
import { useFollowNotifications } from '../notifications/useFollowNotifications.js';
import { askedStore, stopAsking } from '../people/assigning.js';
import { useSession } from '../session/session.js';
import { ConflictDialog } from '../tickets/changes/ConflictDialog.js';
import { countingQuery, countsOf, filterVariables } from '../tickets/filters/countingQuery.js';
import { unfinishedStatuses } from '../tickets/filters/ticketFilters.js';
import { useMoveViews } from '../tickets/views/useMoveViews.js';
import { useViewFilters } from '../tickets/views/useViewFilters.js';
import { SharedViewsContext, useViews } from '../tickets/views/useViews.js';
import { unfinishedQuery } from '../tickets/views/views.js';
import { Toaster } from '../ui/feedback/Toaster.js';
import { lazyPart, preloadWhenIdle } from '../ui/lazyPart.js';
import { PartBoundary } from '../ui/PartBoundary.js';
import { useStore } from '../ui/store.js';
import { useNarrow } from '../ui/useMediaQuery.js';
import { Footer } from './Footer.js';
import { OfflineStrip } from './OfflineStrip.js';
import { SamplesNotice } from './SamplesNotice.js';
import { Sidebar } from './Sidebar.js';
import { TabBar } from './TabBar.js';
import { TriageState } from './TriageState.js';
import { useFollowTickets } from './useFollowTickets.js';
import { useReconnect } from './useReconnect.js';
import { useShellShortcuts } from './useShellShortcuts.js';

const KeysDialog = lazyPart(async () => (await import('../keyboard/KeysDialog.js')).KeysDialog);
const PalettePage = lazyPart(async () => (await import('./palette/PalettePage.js')).PalettePage);
const AssignDialog = lazyPart(async () => (await import('../people/AssignDialog.js')).AssignDialog);
const MailStrip = lazyPart(async () => (await import('./MailStrip.js')).MailStrip);
const NewTicketDialog = lazyPart(async () => (await import('../submit/NewTicketDialog.js')).NewTicketDialog);

gql`
  query ShellPage {
    ticketStats(days: 1) {
      byStatus {
        status
        count
      }
    }
    snoozed: tickets(filter: { snoozed: true }, first: 1) {
      totalCount
    }
    toTriage: tickets(filter: { needsTriage: true, snoozed: false }, first: 1) {
      totalCount
    }
    triageStatus {
      ...TriageState_triage
    }
    sampleTicketCount
    mailHealth {
      needsAttention
      ...MailStrip_health
    }
  }
`;

gql`
  query ShellViews {
    savedViews(first: 100) {
      edges {
        cursor
        node {
          id
          name
          query
          viewerCanEdit
        }
      }
    }
    teams(first: 50) {
      edges {
        cursor
        node {
          id
          name
        }
      }
    }
  }
`;

function sharedViewsOf({ savedViews, teams }: ShellViewsQuery) {
  return {
    views: savedViews.edges.map(({ node: { id, name, query, viewerCanEdit } }) => ({
      id,
      name,
      query,
      canEdit: viewerCanEdit,
    })),
    teams: teams.edges.map(({ node: { id, name } }) => ({
      id,
      name,
      query: `${new URLSearchParams({ team: id })}&${unfinishedQuery}`,
    })),
  };
}

/** The tickets that the inbox shows: what is unfinished and does not rest. */
function inInbox({ ticketStats, snoozed }: Pick<ShellPageQuery, 'ticketStats' | 'snoozed'>): number {
  const unfinished = ticketStats.byStatus.filter(({ status }) => unfinishedStatuses.includes(status));
  return unfinished.reduce((sum, { count }) => sum + count, 0) - (snoozed.totalCount ?? 0);
}

const POLL_MS = 30_000;
/** The counts are asked for at most so often, however much changes. */
const REFRESH_MS = 2_000;

/** The frame around every page: navigation, the page itself in a boundary of its own, and what floats above all of them. */
export function ShellPage() {
  const { user } = useSession();
  const { data: kept } = useQuery(ShellViewsDocument, { skip: !user, pollInterval: POLL_MS });
  const shared = useMemo(() => kept && sharedViewsOf(kept), [kept]);
  return (
    <SharedViewsContext value={shared ?? null}>
      <Shell />
    </SharedViewsContext>
  );
}

function Shell() {
  const { work, teams, views } = useViews();
  const viewFilters = useViewFilters(useMemo(() => [...work, ...teams, ...views], [work, teams, views]));
  const asked = useStore(askedStore);
  useMoveViews();
  const query = useMemo(() => countingQuery(viewFilters.length, ShellPageDocument), [viewFilters.length]);
  useFollowTickets();
  const { data: waiting } = useQuery(UnreadNotificationsDocument, {
    skip: useSession().user === null,
    pollInterval: usePollInterval(POLL_MS),
  });
  useFollowNotifications(waiting?.viewer.unreadNotificationCount ?? 0);
  const { data, previousData, refetch } = useQuery(query, {
    variables: filterVariables(viewFilters),
    pollInterval: usePollInterval(POLL_MS),
    errorPolicy: 'all',
  });
  useRefetchOnChange(refetch, { everyMs: REFRESH_MS });
  const latest = data ?? previousData;
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
        unfinishedCount={latest?.ticketStats && latest.snoozed ? inInbox(latest) : null}
        triageCount={latest?.toTriage?.totalCount ?? null}
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
        {latest?.mailHealth?.needsAttention && (
          <PartBoundary fallback={null}>
            <Suspense fallback={null}>
              <MailStrip health={latest.mailHealth} />
            </Suspense>
          </PartBoundary>
        )}
        <SamplesNotice count={latest?.sampleTicketCount ?? 0} />
        <RouteBoundary place={pathname}>
          <Suspense fallback={null}>
            <Outlet />
          </Suspense>
        </RouteBoundary>
      </main>
      <Footer triage={data?.triageStatus && <TriageState triage={data.triageStatus} />} />
      <TabBar />
      <Toaster />
      <UnreadAnnouncement />
      <ConflictDialog />
      {floating === 'keys' && (
        <PartBoundary fallback={null} onFail={() => setFloating(null)}>
          <Suspense fallback={null}>
            <KeysDialog open onOpenChange={close} />
          </Suspense>
        </PartBoundary>
      )}
      {asked && asked.ids.length > 0 && (
        <PartBoundary fallback={null} onFail={stopAsking}>
          <Suspense fallback={null}>
            <AssignDialog {...asked} />
          </Suspense>
        </PartBoundary>
      )}
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
