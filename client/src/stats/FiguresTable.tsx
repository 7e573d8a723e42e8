import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatNumber } from '../time/time.js';
import { cx } from '../ui/cx.js';
import { ScrollRegion } from '../ui/ScrollRegion.js';

interface FiguresTableProps {
  /** Of the panel. */
  name: string;
  columns: readonly string[];
  /** Of the row, and of all columns but the first. */
  className: string;
  /** The rows; each begins with a heading. */
  children: ReactNode;
}

/** Figures in columns below a first column of names; narrow screens scroll it. */
export function FiguresTable({ name, columns, className, children }: FiguresTableProps) {
  return (
    <ScrollRegion label={`${name}, figures`} className="overflow-x-auto">
      <table
        className={cx(
          'w-full text-12 [&_td]:text-right [&_th:not(:first-child)]:pl-2 [&_thead_th]:pb-1 [&_thead_th]:text-right [&_thead_th]:font-normal',
          className,
        )}
      >
        <thead className="text-11 text-meta">
          <tr>
            {columns.map((column, index) => (
              <th key={column} className={index === 0 ? 'text-left!' : 'w-[14%]'}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="digits [&>tr]:border-t [&>tr]:border-hair">{children}</tbody>
      </table>
    </ScrollRegion>
  );
}

/** A number, or a name, that leads to what it stands for; plain where nothing does. */
export function Counted({ to, children }: { to?: string | undefined; children: number | string }) {
  const text = typeof children === 'number' ? formatNumber(children) : children;
  if (to === undefined) return text;
  return (
    <Link to={to} className="hit hover:underline">
      {text}
    </Link>
  );
}
