import { Link } from 'react-router';
import { inboxPath } from '../tickets/filters/ticketFilters.js';
import { formatNumber } from '../time/time.js';
import { useTimeZone } from '../time/timeZone.js';
import { cx } from '../ui/cx.js';
import { type Bar, nameOf } from './flow.js';
import { HEIGHT } from './flowLayout.js';

/** The flow in figures. While the chart stands in its place it is there for screen readers, and out of the way of the Tab key. */
export function FlowTable({ bars, visible }: { bars: Bar[]; visible: boolean }) {
  const timeZone = useTimeZone();
  const count = (value: number, to: string) => (
    <td className="digits text-right">
      <Link to={to} tabIndex={visible ? 0 : -1} className="hover:underline">
        {formatNumber(value)}
      </Link>
    </td>
  );
  return (
    <div className={visible ? 'overflow-y-auto' : 'sr-only'} style={visible ? { maxHeight: HEIGHT } : undefined}>
      <table className={cx('w-full text-12', visible && '[&_td]:h-7 [&_th]:h-7 [&_tr]:border-b [&_tr]:border-hair')}>
        <caption className="sr-only">Created, resolved and backlog, newest first</caption>
        <thead className="text-11 text-meta">
          <tr>
            <th className="text-left font-normal">Day</th>
            <th className="text-right font-normal">Created</th>
            <th className="text-right font-normal">Resolved</th>
            <th className="text-right font-normal">Backlog</th>
          </tr>
        </thead>
        <tbody>
          {bars.toReversed().map((bar) => {
            const range = { from: bar.from, to: bar.to };
            return (
              <tr key={bar.from}>
                <th scope="row" className="text-left font-normal">
                  {nameOf(bar, timeZone)}
                </th>
                {count(bar.created, inboxPath({ created: range }))}
                {count(bar.resolved, inboxPath({ resolved: range }))}
                <td className="digits text-right">{formatNumber(bar.backlog)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
