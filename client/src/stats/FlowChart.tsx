import { gql } from '../apollo/gql.js';
import { useWidth } from '../ui/useWidth.js';
import { BacklogLine } from './BacklogLine.js';
import { DayAxis } from './DayAxis.js';
import { FlowBars, Hatches } from './FlowBars.js';
import type { Bar } from './flow.js';
import { HEIGHT } from './flowLayout.js';

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
    <div ref={ref} style={{ height: HEIGHT }} aria-hidden>
      {width && bars.length > 0 && (
        // biome-ignore lint/a11y/noSvgWithoutTitle: hidden from screen readers, which get the table.
        <svg width={width} height={HEIGHT} className="block text-11" onPointerLeave={() => onPoint(null)}>
          <Hatches />
          <FlowBars bars={bars} width={width} onPoint={onPoint} />
          <BacklogLine bars={bars} width={width} />
          <DayAxis bars={bars} width={width} />
        </svg>
      )}
    </div>
  );
}
