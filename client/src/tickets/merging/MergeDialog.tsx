import { Suspense } from 'react';
import { lazyPart } from '../../ui/lazyPart.js';
import { PartBoundary } from '../../ui/PartBoundary.js';
import type { Asked, MergeTarget } from './MergePage.js';

const MergePage = lazyPart(async () => (await import('./MergePage.js')).MergePage);

interface MergeDialogProps {
  /** What the other ticket is to be for this one. */
  asked: Asked;
  /** The number of the ticket that is open. */
  number: number;
  onChoose: (into: MergeTarget) => void;
  onClose: () => void;
}

/** Asks which other ticket is meant. It loads when it is first asked. */
export function MergeDialog(props: MergeDialogProps) {
  return (
    <PartBoundary fallback={null} onFail={props.onClose}>
      <Suspense fallback={null}>
        <MergePage {...props} />
      </Suspense>
    </PartBoundary>
  );
}
