import { Suspense } from 'react';
import { lazyPart } from '../../ui/lazyPart.js';
import { PartBoundary } from '../../ui/PartBoundary.js';
import type { MergeTarget } from './MergePage.js';

const MergePage = lazyPart(async () => (await import('./MergePage.js')).MergePage);

interface MergeDialogProps {
  /** The number of the ticket that is a duplicate. */
  number: number;
  onChoose: (into: MergeTarget) => void;
  onClose: () => void;
}

/** Asks which ticket goes on for this one. It loads when it is first asked. */
export function MergeDialog(props: MergeDialogProps) {
  return (
    <PartBoundary fallback={null} onFail={props.onClose}>
      <Suspense fallback={null}>
        <MergePage {...props} />
      </Suspense>
    </PartBoundary>
  );
}
