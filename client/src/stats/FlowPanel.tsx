import { useState } from 'react';
import type { FlowChart_StatsFragment } from '../gql/graphql.js';
import { inboxPath } from '../tickets/filters/ticketFilters.js';
import { useTimeZone } from '../time/timeZone.js';
import { Button } from '../ui/controls/Button.js';
import { Panel } from '../ui/feedback/Panel.js';
import { CsvButton } from './CsvButton.js';
import { FlowChart } from './FlowChart.js';
import { FlowTable } from './FlowTable.js';
import { type Bar, nameOf, toBars } from './flow.js';

/** Created, resolved and backlog over the window: as a picture, and as a table for whoever prefers or needs one. */
export function FlowPanel({ stats }: { stats: FlowChart_StatsFragment }) {
  const [asTable, setAsTable] = useState(false);
  const [pointed, setPointed] = useState<Bar | null>(null);
  const bars = toBars(stats);
  return (
    <Panel
      title="Flow"
      to={inboxPath({ created: { from: bars[0]?.from ?? null, to: bars.at(-1)?.to ?? null } })}
      aside={
        <>
          {pointed ? <Readout bar={pointed} /> : <Legend />}
          <Button tone="ghost" size="sm" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? 'Chart' : 'Table'}
          </Button>
          <CsvButton
            name="Flow"
            columns={['From', 'To', 'Created', 'Resolved', 'Unfinished at the end']}
            rows={() => bars.map(({ from, to, created, resolved, backlog }) => [from, to, created, resolved, backlog])}
          />
        </>
      }
    >
      {!asTable && <FlowChart bars={bars} onPoint={setPointed} />}
      <FlowTable bars={bars} visible={asTable} />
    </Panel>
  );
}

function Legend() {
  return (
    <span className="flex items-center gap-3 max-rail:gap-2">
      <span className="flex items-center gap-1.5">
        <span className="size-2 rounded-[2px] bg-chart-created" aria-hidden />
        created
      </span>
      <span className="flex items-center gap-1.5">
        <span className="size-2 rounded-[2px] bg-chart-resolved" aria-hidden />
        resolved
      </span>
      <span className="flex items-center gap-1.5 max-rail:hidden">
        <span className="h-[2px] w-2.5 bg-chart-backlog" aria-hidden />
        backlog
      </span>
    </span>
  );
}

/** What the pointer rests on, in the legend's place: nothing moves. */
function Readout({ bar }: { bar: Bar }) {
  const timeZone = useTimeZone();
  return (
    <span className="digits" aria-hidden>
      <span className="font-medium text-strong">{nameOf(bar, timeZone)}</span>: {bar.created} created, {bar.resolved}{' '}
      resolved, {bar.backlog} unfinished
    </span>
  );
}
