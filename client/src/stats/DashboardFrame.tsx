import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { refusalOf } from '../apollo/requestId.js';
import { FailureDetails } from '../frame/FailureDetails.js';
import { PageBar } from '../frame/PageBar.js';
import { Segmented } from '../ui/controls/Segmented.js';
import { EmptyState } from '../ui/feedback/EmptyState.js';
import { useSlow } from '../ui/feedback/Skeleton.js';
import { DashboardSkeleton } from './DashboardSkeleton.js';
import { DashboardTabs } from './DashboardTabs.js';
import { type Range, ranges } from './useRange.js';

interface DashboardFrameProps {
  /** The name of the browser tab. */
  tabTitle: string;
  /** What the figures are of. */
  count: ReactNode;
  range: Range;
  onRange: (range: Range) => void;
  loading: boolean;
  error: unknown;
  onRetry: () => void;
  /** The figures; null while they are not known. */
  children: ReactNode;
}

/** What the pages of the dashboard have in common: the bar with the range, the way to the others, and a failure in their place. */
export function DashboardFrame({
  tabTitle,
  count,
  range,
  onRange,
  loading,
  error,
  onRetry,
  children,
}: DashboardFrameProps) {
  const isKnown = children !== null;
  const slow = useSlow(loading && !isKnown);
  return (
    <>
      <PageBar title="Dashboard" tabTitle={tabTitle} count={count}>
        <Segmented label="Range" value={range} options={ranges} onChange={onRange} />
      </PageBar>
      <div className="flex min-h-0 grow flex-col overflow-y-auto">
        {isKnown ? (
          <div className="flex flex-col gap-5 p-6 max-rail:gap-4 max-rail:p-4">
            <DashboardTabs />
            {children}
          </div>
        ) : error ? (
          <EmptyState icon={TriangleAlert} title="The figures could not be loaded" role="alert">
            {refusalOf(error) ?? 'The server answered with an error. Nothing was changed.'}
            <FailureDetails error={error} onRetry={onRetry} />
          </EmptyState>
        ) : (
          slow && <DashboardSkeleton />
        )}
      </div>
    </>
  );
}
