import { scaleBand, scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { gql } from '../apollo/gql.js';
import { inboxPath } from '../tickets/filters/ticketFilters.js';
import { formatDay, formatNumber } from '../ui/time.js';
import { useTimeZone } from '../ui/timeZone.js';
import { useWidth } from '../ui/useWidth.js';
import type { Bar } from './flow.js';

gql`
  fragment FlowChart_stats on TicketStats {
    openingBacklog
    perDay {
      from
      to
      created
      resolved
      partial
    }
  }
`;

const LEFT = 30;
const FLOW = { top: 8, zero: 130, bottom: 252 };
const BACKLOG = { top: 292, bottom: 338 };
const AXIS_Y = 356;
const HEIGHT = 362;

interface FlowChartProps {
  bars: Bar[];
  onPoint: (bar: Bar | null) => void;
}

/**
 * Direction before colour: created rises, resolved falls, and the backlog runs in a panel of its own. Each bar leads to its
 * tickets. The picture is for pointers; FlowTable says the same to screen readers and keyboards.
 */
export function FlowChart({ bars, onPoint }: FlowChartProps) {
  const [ref, width] = useWidth();
  return (
    <div ref={ref} className="h-[362px]" aria-hidden>
      {width && bars.length > 0 && (
        // biome-ignore lint/a11y/noSvgWithoutTitle: hidden from screen readers, which get the table.
        <svg width={width} height={HEIGHT} className="block text-11" onPointerLeave={() => onPoint(null)}>
          <Hatches />
          <Flow bars={bars} width={width} onPoint={onPoint} />
          <Backlog bars={bars} width={width} />
          <DayAxis bars={bars} width={width} />
        </svg>
      )}
    </div>
  );
}

function useBands(bars: Bar[], width: number) {
  return useMemo(() => {
    const bands = scaleBand<number>(bars.keys(), [LEFT, width]).paddingInner(bars.length > 40 ? 0.2 : 0.28);
    const left = (index: number) => bands(index) ?? LEFT;
    return {
      left,
      middle: (index: number) => left(index) + bands.bandwidth() / 2,
      breadth: bands.bandwidth(),
      step: bands.step(),
    };
  }, [bars, width]);
}

function Flow({ bars, width, onPoint }: FlowChartProps & { width: number }) {
  const { left, breadth, step } = useBands(bars, width);
  const most = Math.max(4, ...bars.flatMap(({ created, resolved }) => [created, resolved]));
  const length = scaleLinear([0, most], [0, FLOW.zero - FLOW.top]).nice(3);
  const ticks = length.ticks(2).filter((tick) => tick > 0 && Number.isInteger(tick));
  return (
    <g>
      {ticks.flatMap((tick) =>
        [FLOW.zero - length(tick), FLOW.zero + length(tick)].map((y) => (
          <GridLine key={y} y={y} label={tick} width={width} />
        )),
      )}
      {bars.map((bar, index) => (
        <g key={bar.from} onPointerEnter={() => onPoint(bar)} className="group">
          <rect
            x={left(index) - (step - breadth) / 2}
            y={FLOW.top}
            width={step}
            height={FLOW.bottom - FLOW.top}
            className="fill-transparent group-hover:fill-hover"
          />
          <BarMark
            x={left(index)}
            y={FLOW.zero - 1 - length(bar.created)}
            width={breadth}
            height={length(bar.created)}
            kind="created"
            bar={bar}
          />
          <BarMark
            x={left(index)}
            y={FLOW.zero + 1}
            width={breadth}
            height={length(bar.resolved)}
            kind="resolved"
            bar={bar}
          />
        </g>
      ))}
    </g>
  );
}

interface BarMarkProps {
  x: number;
  y: number;
  width: number;
  height: number;
  kind: 'created' | 'resolved';
  bar: Bar;
}

function BarMark({ kind, bar, ...box }: BarMarkProps) {
  if (box.height === 0) return null;
  const range = { from: bar.from, to: bar.to };
  const color = `var(--chart-${kind})`;
  return (
    <Link to={inboxPath(kind === 'created' ? { created: range } : { resolved: range })} tabIndex={-1}>
      <rect
        {...box}
        rx={Math.min(1.5, box.width / 3)}
        fill={bar.partial ? `url(#hatch-${kind})` : color}
        stroke={bar.partial ? color : 'none'}
      />
    </Link>
  );
}

function GridLine({ y, label, width }: { y: number; label: number; width: number }) {
  return (
    <g>
      <line x1={LEFT} x2={width} y1={y} y2={y} stroke="var(--chart-grid)" />
      <text x={LEFT - 6} y={y + 4} textAnchor="end" className="digits fill-meta">
        {formatNumber(label)}
      </text>
    </g>
  );
}

/** Its own base, because a backlog far from zero would hide every change. The last value is written out. */
function Backlog({ bars, width }: { bars: Bar[]; width: number }) {
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
      <GridLine y={height(base)} label={base} width={width} />
      <path d={path ?? ''} fill="none" stroke="var(--chart-backlog)" strokeWidth={1.5} strokeLinejoin="round" />
      <circle cx={end.x} cy={end.y} r={3} fill="var(--chart-backlog)" />
      <text x={end.x + 3} y={end.y - 8} textAnchor="end" className="digits fill-strong font-medium">
        {formatNumber(values.at(-1) ?? base)} left
      </text>
    </g>
  );
}

function DayAxis({ bars, width }: { bars: Bar[]; width: number }) {
  const timeZone = useTimeZone();
  const { left, middle } = useBands(bars, width);
  const wanted = Math.max(1, Math.min(bars.length - 1, Math.floor(width / 150)));
  const every = Math.max(1, Math.ceil(bars.length / wanted));
  const room = width - 110;
  const last = bars.at(-1);
  return (
    <g className="fill-meta">
      {bars.map(
        (bar, index) =>
          index % every === 0 &&
          left(index) < room && (
            <text
              key={bar.from}
              x={index === 0 ? left(0) : middle(index)}
              y={AXIS_Y}
              textAnchor={index === 0 ? 'start' : 'middle'}
            >
              {formatDay(bar.from, timeZone)}
            </text>
          ),
      )}
      <text x={width} y={AXIS_Y} textAnchor="end">
        {last && (last.partial ? 'today, partial' : formatDay(last.from, timeZone))}
      </text>
    </g>
  );
}

/** What is not over yet is drawn unfinished. */
function Hatches() {
  return (
    <defs>
      {(['created', 'resolved'] as const).map((kind) => (
        <pattern
          key={kind}
          id={`hatch-${kind}`}
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line x1="0" y1="0" x2="0" y2="4" stroke={`var(--chart-${kind})`} strokeWidth="1.5" />
        </pattern>
      ))}
    </defs>
  );
}
