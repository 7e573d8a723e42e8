import { cx } from '../cx.js';

/** How far something is, between 0 and 1. */
export function ProgressBar({ label, value, className }: { label: string; value: number; className?: string }) {
  return (
    <span
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(value * 100)}
      className={cx('block h-1 overflow-hidden rounded-full bg-line', className)}
    >
      <span className="block h-full bg-accent" style={{ width: `${value * 100}%` }} />
    </span>
  );
}
