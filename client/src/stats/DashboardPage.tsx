import { useQuery } from '@apollo/client/react';
import { gql } from '../apollo/gql.js';
import { usePollInterval, useRefetchOnChange } from '../apollo/useLiveQuery.js';
import { DashboardPageDocument, type DashboardPageQuery } from '../gql/graphql.js';
import { useTimeZone } from '../time/timeZone.js';
import { BacklogAge } from './BacklogAge.js';
import { Breakdown } from './Breakdown.js';
import { DashboardFrame } from './DashboardFrame.js';
import { FirstResponse } from './FirstResponse.js';
import { FlowPanel } from './FlowPanel.js';
import { Headline } from './Headline.js';
import { LongestWaiting } from './LongestWaiting.js';
import { Period } from './Period.js';
import { TriageAccuracy } from './TriageAccuracy.js';
import { TriageReport } from './TriageReport.js';
import { useRange } from './useRange.js';

// Statistics have no id to be looked up by, so their fragments are unmasked here and handed to the components they belong to.
gql`
  query DashboardPage($days: Int!, $timeZone: String!) {
    ticketStats(days: $days, timeZone: $timeZone) {
      ...Period_stats @unmask
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
      ...LongestWaiting_tickets @unmask
    }
  }
`;

const POLL_MS = 5000;
/** The figures are asked for at most so often, however much changes. */
const REFRESH_MS = 2_000;

/** How the desk is doing. Fresh within seconds of anybody's change, at once after one made here. */
export function DashboardPage() {
  const { range, days, change } = useRange();
  const timeZone = useTimeZone();
  const { data, previousData, loading, error, refetch } = useQuery(DashboardPageDocument, {
    variables: { days, timeZone },
    fetchPolicy: 'cache-and-network',
    pollInterval: usePollInterval(POLL_MS),
    skipPollAttempt: () => document.hidden,
  });
  useRefetchOnChange(refetch, { everyMs: REFRESH_MS });
  const { ticketStats: stats, oldest, waiting } = data ?? previousData ?? {};
  return (
    <DashboardFrame
      tabTitle="Dashboard"
      count={stats && <Period stats={stats} days={days} />}
      range={range}
      onRange={change}
      loading={loading}
      error={error}
      onRetry={() => void refetch()}
    >
      {stats && oldest && waiting ? <Figures stats={stats} oldest={oldest} waiting={waiting} days={days} /> : null}
    </DashboardFrame>
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
    <>
      <Headline stats={stats} days={days} />
      <div className="grid grid-cols-[1.72fr_1fr] gap-5 max-panel:grid-cols-1 max-rail:gap-4">
        <FlowPanel stats={stats} />
        <Breakdown stats={stats} />
      </div>
      <div className="grid grid-cols-[1fr_1.72fr] gap-5 max-panel:grid-cols-1 max-rail:gap-4">
        <FirstResponse stats={stats} />
        <LongestWaiting tickets={waiting} />
      </div>
      <div className="grid grid-cols-[1fr_1.22fr_1fr] gap-5 max-panel:grid-cols-1 max-rail:gap-4">
        <BacklogAge stats={stats} oldest={oldest} />
        <TriageReport report={stats.triage} />
        <TriageAccuracy report={stats.triage} />
      </div>
    </>
  );
}
