import { useEffect, useState } from 'react';
import { cx } from '../cx.js';

/** A grey bar in the place of words that are on their way. */
export function Bone({ className }: { className?: string }) {
  return <span className={cx('block h-2.5 rounded-1 bg-active', className)} aria-hidden />;
}

/** False for the first 150 ms of a wait: what is quick needs no skeleton, and a flash of one is worse than none. */
export function useSlow(waiting: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!waiting) {
      setSlow(false);
      return;
    }
    const timer = setTimeout(() => setSlow(true), 150);
    return () => clearTimeout(timer);
  }, [waiting]);
  return waiting && slow;
}
