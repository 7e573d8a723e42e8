import { scaleLinear } from 'd3-scale';
import { Link } from 'react-router';
import { inboxPath } from '../tickets/filters/ticketFilters.js';
import type { Bar } from './flow.js';
import { FLOW, LEFT, useBands } from './flowLayout.js';
import { GridLine } from './GridLine.js';

interface FlowBarsProps {
  bars: Bar[];
  width: number;
  onPoint: (bar: Bar) => void;
}

/** Created rises from the middle, resolved falls from it, on one scale. */
export function FlowBars({ bars, width, onPoint }: FlowBarsProps) {
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
      <AxisName y={FLOW.top + 16}>tickets created</AxisName>
      <AxisName y={FLOW.bottom - 8}>tickets resolved</AxisName>
    </g>
  );
}

/** Above the bars, and readable on them. */
function AxisName({ y, children }: { y: number; children: string }) {
  return (
    <text
      x={LEFT + 4}
      y={y}
      className="pointer-events-none fill-body stroke-surface [paint-order:stroke]"
      strokeWidth={4}
      strokeLinejoin="round"
    >
      {children}
    </text>
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

/** What is not over yet is drawn unfinished. */
export function Hatches() {
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
