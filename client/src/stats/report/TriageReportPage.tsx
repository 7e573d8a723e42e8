import { useQuery } from '@apollo/client/react';
import { gql } from '../../apollo/gql.js';
import { usePollInterval, useRefetchOnChange } from '../../apollo/useLiveQuery.js';
import { TriageReportPageDocument, type TriageReportPageQuery } from '../../gql/graphql.js';
import { formatDate } from '../../time/time.js';
import { useTimeZone } from '../../time/timeZone.js';
import { DashboardFrame } from '../DashboardFrame.js';
import { useRange } from '../useRange.js';
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
  const { range, days, change } = useRange();
  const timeZone = useTimeZone();
  const { data, previousData, loading, error, refetch } = useQuery(TriageReportPageDocument, {
    variables: { days },
    fetchPolicy: 'cache-and-network',
    pollInterval: usePollInterval(POLL_MS),
    skipPollAttempt: () => document.hidden,
  });
  useRefetchOnChange(refetch, { everyMs: REFRESH_MS });
  const known = data ?? previousData;
  const since = known?.triageReport.since;
  return (
    <DashboardFrame
      tabTitle="Triage report"
      count={since && <span className="max-rail:hidden">{`suggestions since ${formatDate(since, timeZone)}`}</span>}
      range={range}
      onRange={change}
      loading={loading}
      error={error}
      onRetry={() => void refetch()}
    >
      {known ? <Report report={known.triageReport} classifiers={known.triageClassifiers} days={days} /> : null}
    </DashboardFrame>
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
    <>
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
    </>
  );
}
