import { gql } from '../apollo/gql.js';
import type { BacklogAge_StatsFragment } from '../gql/graphql.js';
import { inboxPath } from '../tickets/filters/ticketFilters.js';
import { formatNumber } from '../time/time.js';
import { Panel } from '../ui/feedback/Panel.js';
import { CountBars } from './CountBars.js';

gql`
  fragment BacklogAge_stats on TicketStats {
    backlogAge {
      label
      from
      to
      count
    }
  }
`;

/** How long the tickets that nobody has finished have been waiting. */
export function BacklogAge({ stats }: { stats: BacklogAge_StatsFragment }) {
  const all = stats.backlogAge.reduce((total, { count }) => total + count, 0);
  return (
    <Panel title="Age of the backlog" aside={<span className="text-meta">{formatNumber(all)} unfinished</span>}>
      <CountBars
        bars={stats.backlogAge.map(({ label, from, to, count }) => ({
          key: label,
          name: label,
          count,
          to: inboxPath({ status: ['OPEN', 'IN_PROGRESS'], created: { from: from ?? null, to: to ?? null } }),
        }))}
      />
    </Panel>
  );
}
