import { useQuery } from '@apollo/client/react';
import { TriangleAlert } from 'lucide-react';
import { gql } from '../apollo/gql.js';
import { refusalOf } from '../apollo/requestId.js';
import { usePollInterval, useRefetchOnChange } from '../apollo/useLiveQuery.js';
import { FailureDetails } from '../frame/FailureDetails.js';
import { PageBar } from '../frame/PageBar.js';
import { DashboardPageDocument, type DashboardPageQuery } from '../gql/graphql.js';
import { useShortcuts } from '../keyboard/useShortcuts.js';
import { formatDate } from '../time/time.js';
import { useTimeZone } from '../time/timeZone.js';
import { Segmented } from '../ui/controls/Segmented.js';
import { EmptyState } from '../ui/feedback/EmptyState.js';
import { useSlow } from '../ui/feedback/Skeleton.js';
import { BacklogAge } from './BacklogAge.js';
import { Breakdown } from './Breakdown.js';
import { DashboardSkeleton } from './DashboardSkeleton.js';
import { DashboardTabs } from './DashboardTabs.js';
import { FirstResponse } from './FirstResponse.js';
import { FlowPanel } from './FlowPanel.js';
import { Headline } from './Headline.js';
import { LongestWaiting } from './LongestWaiting.js';
import { TriageAccuracy } from './TriageAccuracy.js';
import { TriageReport } from './TriageReport.js';
import { ranges, useRange } from './useRange.js';

// Statistics have no id to be looked up by, so their fragments are unmasked here and handed to the components they belong to.
gql`
  query DashboardPage($days: Int!, $timeZone: String!) {
    ticketStats(days: $days, timeZone: $timeZone) {
      ...Headline_stats @unmask
      ...FirstResponse_stats @unmask
      ...FlowChart_stats @unmask
      ...Breakdown_stats @unmask
      ...BacklogAge_stats @unmask
      triage {
        ...TriageReport_report @unmask
        ...TriageAccuracy_report @unmask
      }
    }
    oldest: tickets(
      first: 5
      filter: { status: [OPEN, IN_PROGRESS] }
      orderBy: { field: CREATED_AT, direction: ASC }
    ) {
      edges {
        cursor
        node {
          id
          ...TicketLine_ticket
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
    waiting: tickets(first: 5, filter: { waitingOn: [TEAM] }, orderBy: { field: WAITING_SINCE, direction: ASC }) {
      totalCount
      edges {
        cursor
        node {
          id
          number
          title
          priority
          waitingSince
          ...TicketLine_ticket
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`;

const POLL_MS = 5000;
/** The figures are asked for at most so often, however much changes. */
const REFRESH_MS = 2_000;

/** How the desk is doing. Fresh within seconds of anybody's change, at once after one made here. */
export function DashboardPage() {
  const { range, days, change, step } = useRange();
  const timeZone = useTimeZone();
  const { data, previousData, loading, error, refetch } = useQuery(DashboardPageDocument, {
    variables: { days, timeZone },
    fetchPolicy: 'cache-and-network',
    pollInterval: usePollInterval(POLL_MS),
    skipPollAttempt: () => document.hidden,
  });
  useRefetchOnChange(refetch, { everyMs: REFRESH_MS });
  const slow = useSlow(loading && !data);
  const { ticketStats: stats, oldest, waiting } = data ?? previousData ?? {};
  useShortcuts([
    { keys: '[', label: 'shorter range', hint: true, run: () => step(-1) },
    { keys: ']', label: 'longer range', hint: true, run: () => step(1) },
  ]);
  return (
    <>
      <PageBar title="Dashboard" count={stats && <Period stats={stats} days={days} />}>
        <Segmented label="Range" value={range} options={ranges} onChange={change} />
      </PageBar>
      <div className="flex min-h-0 grow flex-col overflow-y-auto">
        {stats && oldest && waiting ? (
          <Figures stats={stats} oldest={oldest} waiting={waiting} days={days} />
        ) : error ? (
          <EmptyState icon={TriangleAlert} title="The figures could not be loaded" role="alert">
            {refusalOf(error) ?? 'The server answered with an error. Nothing was changed.'}
            <FailureDetails error={error} onRetry={() => void refetch()} />
          </EmptyState>
        ) : (
          slow && <DashboardSkeleton />
        )}
      </div>
    </>
  );
}

type Stats = DashboardPageQuery['ticketStats'];

interface FiguresProps {
  stats: Stats;
  oldest: DashboardPageQuery['oldest'];
  waiting: DashboardPageQuery['waiting'];
  days: number;
}

function Figures({ stats, oldest, waiting, days }: FiguresProps) {
  return (
    <div className="flex flex-col gap-5 p-6 max-rail:gap-4 max-rail:p-4">
      <DashboardTabs />
      <Headline stats={stats} days={days} />
      <div className="grid grid-cols-[1.72fr_1fr] gap-5 max-panel:grid-cols-1 max-rail:gap-4">
        <FlowPanel stats={stats} />
        <Breakdown stats={stats} />
      </div>
      <div className="grid grid-cols-[1fr_1.72fr] gap-5 max-panel:grid-cols-1 max-rail:gap-4">
        <FirstResponse stats={stats} />
        <LongestWaiting tickets={waiting} count={waiting.totalCount ?? null} />
      </div>
      <div className="grid grid-cols-[1fr_1.22fr_1fr] gap-5 max-panel:grid-cols-1 max-rail:gap-4">
        <BacklogAge stats={stats} oldest={oldest} />
        <TriageReport report={stats.triage} />
        <TriageAccuracy report={stats.triage} />
      </div>
    </div>
  );
}

function Period({ stats, days }: { stats: Stats; days: number }) {
  const timeZone = useTimeZone();
  const { from, to } = stats.period;
  const last = new Date(Math.min(Date.now(), Date.parse(to) - 1));
  return (
    <span className="max-rail:hidden">
      {formatDate(from, timeZone)} to {formatDate(last, timeZone)}, compared with the {days} days before
    </span>
  );
}
