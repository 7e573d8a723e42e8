import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { cx } from '../ui/cx.js';

interface FigureProps {
  name: string;
  value: string;
  unit?: string | null;
  /** The tickets that were counted; left out where the figure is no count. */
  to?: string;
  children: ReactNode;
}

/** One figure of a row of figures. */
export function Figure({ name, value, unit, to, children }: FigureProps) {
  const content = (
    <>
      <span className="block text-12 text-body">{name}</span>
      <span className="digits block text-26 font-semibold tracking-[-0.018em] max-rail:text-22">
        {value}
        {unit && <span className="ml-0.5 text-14 font-normal tracking-normal text-body">{unit}</span>}
      </span>
      <span className="cut block h-4 text-12 text-meta">{children}</span>
    </>
  );
  const className = 'block h-full px-4 py-3 -outline-offset-2 max-rail:px-3 max-rail:py-2.5';
  return (
    <li className="bg-surface">
      {to ? (
        <Link to={to} className={cx(className, 'hover:bg-hover')}>
          {content}
        </Link>
      ) : (
        <div className={className}>{content}</div>
      )}
    </li>
  );
}
