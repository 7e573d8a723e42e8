import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatNumber } from '../time/time.js';
import { share } from './change.js';

interface CountBar {
  key: string;
  icon?: ReactNode;
  name: string;
  count: number;
  /** The tickets that were counted. */
  to: string;
}

/** Counts side by side: the icon carries the meaning, the bar is neutral, the number stands right. */
export function CountBars({ heading, bars }: { heading?: string; bars: CountBar[] }) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const all = bars.reduce((total, { count }) => total + count, 0);
  return (
    <div>
      {heading && <h3 className="mb-1 text-12 text-meta">{heading}</h3>}
      <ul className="flex flex-col gap-1">
        {bars.map(({ key, icon, name, count, to }) => (
          <li key={key}>
            <Link
              to={to}
              className="hit -mx-1 grid h-5 grid-cols-[92px_minmax(0,1fr)_44px_36px] items-center gap-2 rounded-1 px-1 text-12 hover:bg-hover"
            >
              <span className="flex items-center gap-2 whitespace-nowrap text-body">
                {icon}
                {name}
              </span>
              <span
                className="block h-1.5 rounded-[2px] bg-chart-bar"
                style={{ width: `${(count / most) * 100}%` }}
                aria-hidden
              />
              <span className="digits text-right font-medium">{formatNumber(count)}</span>
              <span className="digits text-right text-meta">{share(count, all)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
