import { Suspense } from 'react';
import { lazyPart } from '../ui/lazyPart.js';
import { PartBoundary } from '../ui/PartBoundary.js';

const TimeZoneChoice = lazyPart(async () => (await import('./TimeZoneChoice.js')).TimeZoneChoice);

interface TimeZoneDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Few ever choose a time zone, so the choice is loaded with the first who does. */
export function TimeZoneDialog({ open, onOpenChange }: TimeZoneDialogProps) {
  if (!open) return null;
  return (
    <PartBoundary fallback={null} onFail={() => onOpenChange(false)}>
      <Suspense fallback={null}>
        <TimeZoneChoice onOpenChange={onOpenChange} />
      </Suspense>
    </PartBoundary>
  );
}
