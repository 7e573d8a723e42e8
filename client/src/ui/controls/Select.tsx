import type { ComponentProps } from 'react';
import { cx } from '../cx.js';

/** A native choice of one. */
export function Select({ className, ...props }: ComponentProps<'select'>) {
  return (
    <select
      className={cx(
        'h-9 w-full rounded-2 border border-control bg-surface px-2 text-14 text-strong max-rail:h-11',
        className,
      )}
      {...props}
    />
  );
}
