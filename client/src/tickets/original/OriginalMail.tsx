import { Suspense, useState } from 'react';
import { lazyPart } from '../../ui/lazyPart.js';
import { PartBoundary } from '../../ui/PartBoundary.js';

const OriginalDialog = lazyPart(async () => (await import('./OriginalDialog.js')).OriginalDialog);

/** On request, a message as it came by mail. `path` is where the desk keeps it: tickets/NUMBER or replies/ID. */
export function OriginalMail({ path }: { path: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="hit mt-2 block rounded-1 text-12 text-meta hover:underline"
        onClick={() => setOpen(true)}
      >
        Show original
      </button>
      {isOpen && (
        <PartBoundary fallback={null} onFail={() => setOpen(false)}>
          <Suspense fallback={null}>
            <OriginalDialog path={path} onClose={() => setOpen(false)} />
          </Suspense>
        </PartBoundary>
      )}
    </>
  );
}
