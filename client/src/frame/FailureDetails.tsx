import { Copy, RotateCw } from 'lucide-react';
import { requestIdOf } from '../apollo/requestId.js';
import { Button, IconButton } from '../ui/controls/Button.js';
import { copyText } from '../ui/copyText.js';

/** Under any failure message: the request id, ready to copy, and another attempt. */
export function FailureDetails({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const requestId = requestIdOf(error);
  return (
    <div className="mt-3 flex flex-col items-center gap-4">
      {requestId && (
        <span className="inline-flex items-center gap-1.5 rounded-1 border border-hair bg-sunken pl-1.5 font-mono text-12 tracking-normal text-body">
          req {requestId}
          <IconButton
            label="Copy request id"
            size="sm"
            icon={<Copy size={12} aria-hidden />}
            onClick={() => void copyText(requestId, 'Request id')}
          />
        </span>
      )}
      <Button onClick={onRetry}>
        <RotateCw size={14} aria-hidden />
        Try again
      </Button>
    </div>
  );
}
