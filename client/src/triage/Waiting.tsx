import { TriangleAlert } from 'lucide-react';
import { FailureDetails } from '../frame/FailureDetails.js';
import { EmptyState } from '../ui/feedback/EmptyState.js';
import { Bone, useSlow } from '../ui/feedback/Skeleton.js';

/** Until the first ticket is there, or why it is not. */
export function Waiting({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const slow = useSlow(true);
  if (error)
    return (
      <EmptyState icon={TriangleAlert} title="The queue could not be loaded" role="alert">
        Nothing was changed.
        <FailureDetails error={error} onRetry={onRetry} />
      </EmptyState>
    );
  return (
    <div role="status" className="mx-auto flex w-full max-w-(--w-reading) flex-1 flex-col gap-4 px-5 pt-15">
      <span className="sr-only">Loading the queue</span>
      {slow && (
        <>
          <Bone className="h-5! w-3/5" />
          <Bone className="mt-4 w-11/12" />
          <Bone className="w-10/12" />
        </>
      )}
    </div>
  );
}
