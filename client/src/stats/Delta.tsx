import { ArrowDown, ArrowUp, Minus } from 'lucide-react';
import { cx } from '../ui/cx.js';
import type { Change } from './change.js';

const arrows = { up: ArrowUp, down: ArrowDown, same: Minus } as const;

/** How a figure compares with the one before: an arrow, and in words. */
export function Delta({ change }: { change: Change | null }) {
  if (!change) return 'nothing to compare with';
  const Arrow = arrows[change.direction];
  const tone = change.good === null ? 'text-body' : change.good ? 'text-good' : 'text-danger';
  return (
    <>
      <span className={cx('font-medium', tone)}>
        <Arrow size={12} strokeWidth={2} className="mr-1 inline align-[-1px]" aria-label={change.direction} />
        {change.amount}
      </span>{' '}
      {change.against}
    </>
  );
}
