import { Link } from 'react-router';
import { formatNumber, formatPercent } from '../../time/time.js';
import { fewestReviewed } from './ReportTotal.js';

interface RightRateProps {
  figures: { reviewed: number; right: number };
  to?: string | undefined;
}

/** How often something was right; few reviews make no rate, so that the bare count stands there. */
export function RightRate({ figures: { reviewed, right }, to }: RightRateProps) {
  if (reviewed === 0) return <span className="text-meta">none reviewed</span>;
  const counts = `${formatNumber(right)} of ${formatNumber(reviewed)}`;
  const rate =
    reviewed < fewestReviewed ? (
      <span className="text-body">{counts}</span>
    ) : (
      <span className="inline-flex items-center gap-2" title={counts}>
        <span className="block h-1.5 w-12 overflow-hidden max-rail:hidden rounded-[2px] bg-line" aria-hidden>
          <span className="block h-full bg-accent" style={{ width: `${(right / reviewed) * 100}%` }} />
        </span>
        {formatPercent(right / reviewed)}
      </span>
    );
  return to === undefined ? (
    rate
  ) : (
    <Link to={to} className="hit hover:underline">
      {rate}
    </Link>
  );
}
