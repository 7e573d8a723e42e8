import { lazy, Suspense, useSyncExternalStore } from 'react';
import { conflictStore } from './conflicts.js';

const ConflictQuestion = lazy(() =>
  import('./ConflictQuestion.js').then((module) => ({ default: module.ConflictQuestion })),
);

/** Stands once around all pages and puts the disputes that mutations report, one at a time. */
export function ConflictDialog() {
  const question = useSyncExternalStore(conflictStore.subscribe, conflictStore.read);
  return <Suspense fallback={null}>{question && <ConflictQuestion {...question} />}</Suspense>;
}
