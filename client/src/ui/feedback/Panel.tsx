import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { cx } from '../cx.js';

interface PanelProps {
  title: string;
  /** The list of what is counted here. */
  to?: string;
  /** Right of the title: what the figures refer to, a legend, a switch. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A bordered region of a page with a heading of its own. */
export function Panel({ title, to, aside, className, children }: PanelProps) {
  return (
    <section className={cx('flex min-w-0 flex-col rounded-3 border border-line p-4 max-rail:p-3', className)}>
      <div className="mb-3 flex min-h-6.5 flex-wrap items-center justify-between gap-x-2 gap-y-1">
        <h2 className="font-semibold whitespace-nowrap">
          {to === undefined ? (
            title
          ) : (
            <Link to={to} className="hover:underline">
              {title}
            </Link>
          )}
        </h2>
        {aside && <div className="flex flex-wrap items-center gap-3 text-12 text-body max-rail:text-11">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
