import { Suspense } from 'react';
import { useLocation } from 'react-router';
import { lazyPart } from '../ui/lazyPart.js';
import { PartBoundary } from '../ui/PartBoundary.js';

const SamplesStrip = lazyPart(async () => (await import('../tickets/inbox/SamplesStrip.js')).SamplesStrip);

/** Above the inbox and the dashboard, as long as there are samples: few desks have any, so it comes late. */
export function SamplesNotice({ count }: { count: number }) {
  const { pathname } = useLocation();
  if (count === 0 || !['/', '/dashboard'].includes(pathname)) return null;
  return (
    <PartBoundary fallback={null}>
      <Suspense fallback={null}>
        <SamplesStrip count={count} />
      </Suspense>
    </PartBoundary>
  );
}
