import { useQuery } from '@apollo/client/react';
import { gql } from '../../apollo/gql.js';
import { usePollInterval, useRefetchOnChange } from '../../apollo/useLiveQuery.js';
import { PeopleStatsPageDocument, type PeopleStatsPageQuery } from '../../gql/graphql.js';
import { useTimeZone } from '../../time/timeZone.js';
import { DashboardFrame } from '../DashboardFrame.js';
import { LongestWaiting } from '../LongestWaiting.js';
import { Period } from '../Period.js';
import { useRange } from '../useRange.js';
import { FirstResponses } from './FirstResponses.js';
import { PeopleHeadline } from './PeopleHeadline.js';
import { WorkTable } from './WorkTable.js';

// Figures have no id to be looked up by, so their fragments are unmasked here and handed to the components they belong to.
gql`
  query PeopleStatsPage($days: Int!, $timeZone: String!) {
    ticketStats(days: $days, timeZone: $timeZone) {
      ...Period_stats @unmask
      ...PeopleHeadline_stats @unmask
      ...WorkTable_stats @unmask
      ...FirstResponses_stats @unmask
    }
    waiting: tickets(first: 5, filter: { waitingOn: [TEAM] }, orderBy: { field: WAITING_SINCE, direction: ASC }) {
      ...LongestWaiting_tickets @unmask
    }
  }
`;

const POLL_MS = 5_000;
/** The figures are asked for at most so often, however much changes. */
const REFRESH_MS = 2_000;

/** Whether anybody waits too long, and for whom. */
export function PeopleStatsPage() {
  const { range, days, change } = useRange();
  const timeZone = useTimeZone();
  const { data, previousData, loading, error, refetch } = useQuery(PeopleStatsPageDocument, {
    variables: { days, timeZone },
    fetchPolicy: 'cache-and-network',
    pollInterval: usePollInterval(POLL_MS),
    skipPollAttempt: () => document.hidden,
  });
  useRefetchOnChange(refetch, { everyMs: REFRESH_MS });
  const known = data ?? previousData;
  return (
    <DashboardFrame
      tabTitle="People"
      count={known && <Period stats={known.ticketStats} days={days} />}
      range={range}
      onRange={change}
      loading={loading}
      error={error}
      onRetry={() => void refetch()}
    >
      {known ? <Figures {...known} /> : null}
    </DashboardFrame>
  );
}

function Figures({ ticketStats: stats, waiting }: PeopleStatsPageQuery) {
  return (
    <>
      <PeopleHeadline stats={stats} />
      <div className="grid grid-cols-[1.45fr_1fr] items-start gap-5 max-panel:grid-cols-1 max-rail:gap-4">
        <WorkTable stats={stats} />
        <FirstResponses stats={stats} />
      </div>
      <LongestWaiting tickets={waiting} />
    </>
  );
}
