import { Suspense } from 'react';
import { lazyPart } from '../../ui/lazyPart.js';
import { PartBoundary } from '../../ui/PartBoundary.js';
import { useStore } from '../../ui/store.js';
import { conflictStore } from './conflicts.js';

const ConflictQuestion = lazyPart(async () => (await import('./ConflictQuestion.js')).ConflictQuestion);

/** Stands once around all pages and puts the disputes that mutations report, one at a time. */
export function ConflictDialog() {
  const question = useStore(conflictStore);
  if (!question) return null;
  return (
    <PartBoundary fallback={null}>
      <Suspense fallback={null}>
        <ConflictQuestion {...question} />
      </Suspense>
    </PartBoundary>
  );
}
