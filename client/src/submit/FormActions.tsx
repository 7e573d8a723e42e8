import { TriangleAlert } from 'lucide-react';
import { Button } from '../ui/controls/Button.js';

interface FormActionsProps {
  /** What stands in the way and belongs to no field. */
  error: string | null;
  submitting: boolean;
  /** Null while there is nothing to discard. */
  onDiscard: (() => void) | null;
}

/** Under the fields; on a phone a bar at the thumb. */
export function FormActions({ error, submitting, onDiscard }: FormActionsProps) {
  return (
    <div className="flex flex-wrap items-center justify-end gap-2 max-rail:sticky max-rail:bottom-0 max-rail:order-last max-rail:-mx-4 max-rail:mt-auto max-rail:border-t max-rail:border-line max-rail:bg-surface max-rail:px-4 max-rail:py-2">
      <p
        role="alert"
        className="flex min-w-0 grow items-center gap-1.5 text-12 text-danger max-rail:basis-full max-rail:empty:hidden"
      >
        {error && (
          <>
            <TriangleAlert size={12} strokeWidth={1.75} className="shrink-0" aria-hidden />
            <span>{error}</span>
          </>
        )}
      </p>
      <span role="status" className="sr-only">
        {submitting ? 'Submitting the ticket' : ''}
      </span>
      {onDiscard && (
        <Button tone="ghost" size="lg" className="max-rail:h-11" onClick={onDiscard}>
          Discard
        </Button>
      )}
      <Button
        type="submit"
        tone="primary"
        size="lg"
        keys="mod+enter"
        aria-disabled={submitting}
        className="max-rail:h-11 max-rail:grow"
      >
        <span>{submitting ? 'Submitting…' : 'Submit ticket'}</span>
      </Button>
    </div>
  );
}
