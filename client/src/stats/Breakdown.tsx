import { gql } from '../apollo/gql.js';
import type { Breakdown_StatsFragment } from '../gql/graphql.js';
import { inboxPath } from '../tickets/filters/ticketFilters.js';
import { CategoryGlyph, PriorityGlyph, StatusGlyph } from '../tickets/glyphs.js';
import { categories, categoryNames, priorities, priorityNames, statuses, statusNames } from '../tickets/vocabulary.js';
import { Panel } from '../ui/Panel.js';
import { CountBars } from './CountBars.js';

gql`
  fragment Breakdown_stats on TicketStats {
    byPriority {
      priority
      count
    }
    byCategory {
      category
      count
    }
    byStatus {
      status
      count
    }
  }
`;

/** All tickets by what they are. */
export function Breakdown({ stats }: { stats: Breakdown_StatsFragment }) {
  return (
    <Panel title="Breakdown" aside={<span className="text-meta">all tickets</span>}>
      <div className="flex grow flex-col justify-between gap-3">
        <CountBars
          heading="Priority"
          bars={priorities.map((priority) => ({
            key: priority,
            icon: <PriorityGlyph priority={priority} size={14} />,
            name: priorityNames[priority],
            count: stats.byPriority.find((entry) => entry.priority === priority)?.count ?? 0,
            to: inboxPath({ priority: [priority] }),
          }))}
        />
        <CountBars
          heading="Category"
          bars={categories.map((category) => ({
            key: category,
            icon: <CategoryGlyph category={category} size={14} />,
            name: categoryNames[category],
            count: stats.byCategory.find((entry) => entry.category === category)?.count ?? 0,
            to: inboxPath({ category: [category] }),
          }))}
        />
        <CountBars
          heading="Status"
          bars={statuses.map((status) => ({
            key: status,
            icon: <StatusGlyph status={status} size={14} />,
            name: statusNames[status],
            count: stats.byStatus.find((entry) => entry.status === status)?.count ?? 0,
            to: inboxPath({ status: [status] }),
          }))}
        />
      </div>
    </Panel>
  );
}
