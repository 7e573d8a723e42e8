import { formatDate, formatDay, formatYear } from '../time/time.js';
import { useTimeZone } from '../time/timeZone.js';
import type { Bar } from './flow.js';
import { AXIS_Y, useBands } from './flowLayout.js';

export function DayAxis({ bars, width }: { bars: Bar[]; width: number }) {
  const timeZone = useTimeZone();
  const { middle } = useBands(bars, width);
  const wanted = Math.max(1, Math.min(bars.length - 1, Math.floor(width / 150)));
  const every = Math.max(1, Math.ceil(bars.length / wanted));
  const room = width - 110;
  const last = bars.at(-1);
  const [first] = bars;
  const spansYears = first && last && formatYear(first.from, timeZone) !== formatYear(last.from, timeZone);
  const name = spansYears ? formatDate : formatDay;
  return (
    <g className="fill-meta">
      {bars.map(
        (bar, index) =>
          index % every === 0 &&
          middle(index) < room && (
            <text key={bar.from} x={middle(index)} y={AXIS_Y} textAnchor="middle">
              {name(bar.from, timeZone)}
            </text>
          ),
      )}
      <text x={width} y={AXIS_Y} textAnchor="end">
        {last && (last.partial ? 'today, partial' : name(last.from, timeZone))}
      </text>
    </g>
  );
}
