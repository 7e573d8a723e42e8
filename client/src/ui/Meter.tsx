import { formatPercent } from './time.js';

/** A share between 0 and 1 as a short bar and its number. */
export function Meter({ value, label }: { value: number; label: string }) {
  return (
    <span className="inline-flex items-center gap-2 text-12 text-meta">
      <span className="h-1 w-12 overflow-hidden rounded-full bg-line" aria-hidden>
        <span className="block h-full bg-accent" style={{ width: `${value * 100}%` }} />
      </span>
      <span className="digits w-8 text-right">
        <span className="sr-only">{label}: </span>
        {formatPercent(value)}
      </span>
    </span>
  );
}
