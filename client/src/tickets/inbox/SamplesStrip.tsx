import { FlaskConical } from 'lucide-react';
import { formatNumber } from '../../time/time.js';
import { Button } from '../../ui/controls/Button.js';
import { useRemoveSampleTickets } from './useRemoveSampleTickets.js';

/** Says that what is shown is not real, and takes it away, where a newcomer looks first. */
export function SamplesStrip({ count }: { count: number }) {
  const { removeSamples, removing } = useRemoveSampleTickets();
  return (
    <section
      aria-label="Sample tickets"
      className="flex min-h-9 flex-none flex-wrap items-center gap-x-2 gap-y-1 border-b border-hair bg-sunken px-4 py-1 text-12 text-body"
    >
      <FlaskConical size={16} strokeWidth={1.5} className="text-meta" aria-hidden />
      <span className="grow">
        {`${formatNumber(count)} sample ${count === 1 ? 'ticket' : 'tickets'}`}
        <span className="max-rail:hidden"> to look around in.</span>
      </span>
      <Button tone="ghost" size="sm" disabled={removing} onClick={() => void removeSamples()}>
        {removing ? 'Removing samples…' : 'Remove sample tickets'}
      </Button>
    </section>
  );
}
