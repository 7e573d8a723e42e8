import { useState } from 'react';
import { Button } from '../ui/controls/Button.js';
import { CopyLink } from '../ui/controls/CopyLink.js';
import { useRotateRequestLink } from './useRotateRequestLink.js';

/** A way back for requesters who lost the link to their page. It is asked for in two steps, because the earlier link ends. */
export function RequestLink({ ticketId }: { ticketId: string }) {
  const { rotate, isRotating } = useRotateRequestLink();
  const [address, setAddress] = useState<string | null>(null);
  return (
    <details className="mt-3 text-12">
      <summary className="w-fit cursor-pointer rounded-1 text-body hover:underline">
        Link to the requester’s page
      </summary>
      {address ? (
        <div className="mt-2">
          <CopyLink name="Address of the requester’s page" address={address} />
          <p className="mt-1.5 text-pretty text-meta">
            Pass it on; it is shown once. The earlier link no longer works.
          </p>
        </div>
      ) : (
        <div className="mt-2">
          <p className="mb-2 text-pretty text-meta">A new link disables the earlier one.</p>
          <Button size="sm" disabled={isRotating} onClick={async () => setAddress(await rotate(ticketId))}>
            Make a new link
          </Button>
        </div>
      )}
    </details>
  );
}
