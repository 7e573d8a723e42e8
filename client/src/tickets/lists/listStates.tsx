/** What stands in place of a list: not loaded yet, not loadable, nothing that matches, nothing yet. */
import { TriangleAlert } from 'lucide-react';
import { type ComponentProps, type ReactNode, Suspense } from 'react';
import { FailureDetails } from '../../frame/FailureDetails.js';
import { EmptyState } from '../../ui/feedback/EmptyState.js';
import { Bone, useSlow } from '../../ui/feedback/Skeleton.js';
import { lazyPart } from '../../ui/lazyPart.js';
import { PartBoundary } from '../../ui/PartBoundary.js';
import type { NoMatchPage } from '../filters/NoMatchPage.js';
import { activeFilters } from '../filters/ticketFilters.js';

const LateNoMatchPage = lazyPart(async () => (await import('../filters/NoMatchPage.js')).NoMatchPage);
const EmptyInboxPage = lazyPart(async () => (await import('../inbox/EmptyInboxPage.js')).EmptyInboxPage);

interface ListState extends ComponentProps<typeof NoMatchPage> {
  loaded: boolean;
  error: unknown;
  isEmpty: boolean;
  onRetry: () => void;
}

/** Null where the list itself is what is to be shown. */
export function insteadOfList({ loaded, error, isEmpty, filters, onChange, onRetry }: ListState): ReactNode {
  if (error) return <ListFailure error={error} onRetry={onRetry} />;
  if (!loaded) return <ListSkeleton />;
  if (!isEmpty) return null;
  const isFiltered = activeFilters(filters).length > 0;
  return (
    <PartBoundary fallback={null}>
      <Suspense fallback={null}>
        {isFiltered ? <LateNoMatchPage filters={filters} onChange={onChange} /> : <EmptyInboxPage />}
      </Suspense>
    </PartBoundary>
  );
}

const boneWidths = ['w-3/5', 'w-1/2', 'w-2/3', 'w-2/5', 'w-7/12', 'w-8/12', 'w-5/12', 'w-1/2'];

/** Rows of the exact height the list will have, so that nothing moves when it comes. */
function ListSkeleton() {
  const slow = useSlow(true);
  return (
    <div className="flex-1 overflow-hidden" role="status">
      <span className="sr-only">Loading tickets</span>
      {slow &&
        boneWidths.concat(boneWidths).map((width, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: bones never move.
          <div key={index} className="flex h-11 items-center gap-3 border-b border-hair px-4 max-rail:h-16">
            <Bone className="size-3.5" />
            <Bone className="w-10 max-rail:hidden" />
            <Bone className={width} />
          </div>
        ))}
    </div>
  );
}

function ListFailure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <EmptyState icon={TriangleAlert} title="The list could not be loaded" role="alert">
      Your filters are kept and nothing was changed.
      <FailureDetails error={error} onRetry={onRetry} />
    </EmptyState>
  );
}
