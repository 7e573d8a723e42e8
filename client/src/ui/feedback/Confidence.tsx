import { formatPercent } from '../../time/time.js';

/** A probability as a short bar and its number. */
export function Confidence({ value }: { value: number }) {
  return (
    <span className="inline-flex items-center gap-1.5 text-12 text-meta">
      <span className="h-1 w-12 overflow-hidden rounded-[2px] bg-line" aria-hidden>
        <span className="block h-full rounded-[2px] bg-accent" style={{ width: formatPercent(value) }} />
      </span>
      <span className="sr-only">Confidence</span>
      <span className="digits">{formatPercent(value)}</span>
    </span>
  );
}
