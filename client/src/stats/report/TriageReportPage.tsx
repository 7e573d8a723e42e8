import { useQuery } from '@apollo/client/react';
import { TriangleAlert } from 'lucide-react';
import { gql } from '../../apollo/gql.js';
import { refusalOf } from '../../apollo/requestId.js';
import { usePollInterval, useRefetchOnChange } from '../../apollo/useLiveQuery.js';
import { FailureDetails } from '../../frame/FailureDetails.js';
import { PageBar } from '../../frame/PageBar.js';
import { TriageReportPageDocument, type TriageReportPageQuery } from '../../gql/graphql.js';
import { useShortcuts } from '../../keyboard/useShortcuts.js';
import { formatDate } from '../../time/time.js';
import { useTimeZone } from '../../time/timeZone.js';
import { Segmented } from '../../ui/controls/Segmented.js';
import { EmptyState } from '../../ui/feedback/EmptyState.js';
import { useSlow } from '../../ui/feedback/Skeleton.js';
import { DashboardSkeleton } from '../DashboardSkeleton.js';
import { DashboardTabs } from '../DashboardTabs.js';
import { ranges, useRange } from '../useRange.js';
import { Classifiers } from './Classifiers.js';
import { Corrections } from './Corrections.js';
import { ReplayPanel } from './ReplayPanel.js';
import { ReportGroups } from './ReportGroups.js';
import { ReportTotal } from './ReportTotal.js';

// Figures have no id to be looked up by, so their fragments are unmasked here and handed to the components they belong to.
gql`
  query TriageReportPage($days: Int!) {
    triageReport(days: $days) {
      since
      total {
        ...ReportTotal_group @unmask
      }
      byLanguage: groups(by: LANGUAGE) {
        ...ReportGroups_group @unmask
      }
      byCategory: groups(by: CATEGORY) {
        ...ReportGroups_group @unmask
      }
      bySource: groups(by: SOURCE) {
        ...ReportGroups_group @unmask
      }
      byVersion: groups(by: VERSION) {
        ...ReportGroups_group @unmask
      }
      corrections(first: 10) {
        ...Corrections_correction @unmask
      }
    }
    triageClassifiers {
      ...Classifiers_classifier @unmask
    }
  }
`;

const POLL_MS = 30_000;
/** The figures are asked for at most so often, however much changes. */
const REFRESH_MS = 5_000;

/** How well triage does, and where the team had to correct it. */
export function TriageReportPage() {
  const { range, days, change, step } = useRange();
  const timeZone = useTimeZone();
  const { data, previousData, loading, error, refetch } = useQuery(TriageReportPageDocument, {
    variables: { days },
    fetchPolicy: 'cache-and-network',
    pollInterval: usePollInterval(POLL_MS),
    skipPollAttempt: () => document.hidden,
  });
  useRefetchOnChange(refetch, { everyMs: REFRESH_MS });
  const slow = useSlow(loading && !data);
  const known = data ?? previousData;
  const since = known?.triageReport.since;
  useShortcuts([
    { keys: '[', label: 'shorter range', hint: true, run: () => step(-1) },
    { keys: ']', label: 'longer range', hint: true, run: () => step(1) },
  ]);
  return (
    <>
      <PageBar
        title="Dashboard"
        tabTitle="Triage report"
        count={since && <span className="max-rail:hidden">{`suggestions since ${formatDate(since, timeZone)}`}</span>}
      >
        <Segmented label="Range" value={range} options={ranges} onChange={change} />
      </PageBar>
      <div className="flex min-h-0 grow flex-col overflow-y-auto">
        {known ? (
          <Report report={known.triageReport} classifiers={known.triageClassifiers} days={days} />
        ) : error ? (
          <EmptyState icon={TriangleAlert} title="The report could not be loaded" role="alert">
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

interface ReportProps {
  report: TriageReportPageQuery['triageReport'];
  classifiers: TriageReportPageQuery['triageClassifiers'];
  days: number;
}

function Report({ report, classifiers, days }: ReportProps) {
  const { total, corrections, since = null } = report;
  return (
    <div className="flex flex-col gap-5 p-6 max-rail:gap-4 max-rail:p-4">
      <DashboardTabs />
      <ReportTotal total={total} since={since} />
      {total.suggested > 0 && (
        <>
          <Corrections corrections={corrections} since={since} />
          <ReportGroups title="By language" by="language" groups={report.byLanguage} since={since} />
          <ReportGroups title="By category" by="category" groups={report.byCategory} since={since} />
          <ReportGroups title="By source" by="source" groups={report.bySource} since={since} />
          <ReportGroups title="By version" by="version" groups={report.byVersion} since={since} />
          <ReplayPanel days={days} />
        </>
      )}
      <Classifiers classifiers={classifiers} />
    </div>
  );
}
