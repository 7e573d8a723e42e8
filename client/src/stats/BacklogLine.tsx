import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { formatNumber } from '../time/time.js';
import type { Bar } from './flow.js';
import { BACKLOG, LEFT, useBands } from './flowLayout.js';
import { GridLine } from './GridLine.js';

/** Its own base, because a backlog far from zero would hide every change. The last value is written out. */
export function BacklogLine({ bars, width }: { bars: Bar[]; width: number }) {
  const { middle } = useBands(bars, width);
  const values = bars.map(({ backlog }) => backlog);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const height = scaleLinear([least, Math.max(most, least + 4)], [BACKLOG.bottom, BACKLOG.top]).nice(4);
  const base = Math.min(...height.domain());
  const path = line<number>(
    (_, index) => middle(index),
    (value) => height(value),
  )(values);
  const end = { x: middle(values.length - 1), y: height(values.at(-1) ?? base) };
  return (
    <g>
      <text x={LEFT + 4} y={BACKLOG.top - 8} className="fill-meta">
        tickets unfinished
      </text>
      <GridLine y={height(base)} label={base} width={width} />
      <path d={path ?? ''} fill="none" stroke="var(--chart-backlog)" strokeWidth={1.5} strokeLinejoin="round" />
      <circle cx={end.x} cy={end.y} r={3} fill="var(--chart-backlog)" />
      <text x={end.x + 3} y={end.y - 8} textAnchor="end" className="digits fill-strong font-medium">
        {formatNumber(values.at(-1) ?? base)} unfinished
      </text>
    </g>
  );
}
