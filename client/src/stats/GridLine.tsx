import { formatNumber } from '../time/time.js';
import { LEFT } from './flowLayout.js';

export function GridLine({ y, label, width }: { y: number; label: number; width: number }) {
  return (
    <g>
      <line x1={LEFT} x2={width} y1={y} y2={y} stroke="var(--chart-grid)" />
      <text x={LEFT - 6} y={y + 4} textAnchor="end" className="digits fill-meta">
        {formatNumber(label)}
      </text>
    </g>
  );
}
