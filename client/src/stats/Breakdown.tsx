import { gql } from '../apollo/gql.js';
import type { Breakdown_StatsFragment } from '../gql/graphql.js';
import { inboxPath } from '../tickets/filters/ticketFilters.js';
import { type Property, type PropertyValues, properties } from '../tickets/properties.js';
import { Panel } from '../ui/feedback/Panel.js';
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
  const byPriority = new Map(stats.byPriority.map(({ priority, count }) => [priority, count]));
  const byCategory = new Map(stats.byCategory.map(({ category, count }) => [category, count]));
  const byStatus = new Map(stats.byStatus.map(({ status, count }) => [status, count]));
  return (
    <Panel title="Breakdown" aside={<span className="text-meta">all tickets</span>}>
      <div className="flex grow flex-col justify-between gap-3">
        <PropertyBars property="priority" counts={byPriority} />
        <PropertyBars property="category" counts={byCategory} />
        <PropertyBars property="status" counts={byStatus} />
      </div>
    </Panel>
  );
}

interface PropertyBarsProps<P extends Property> {
  property: P;
  counts: ReadonlyMap<PropertyValues[P], number>;
}

function PropertyBars<P extends Property>({ property, counts }: PropertyBarsProps<P>) {
  const { label, values, names, glyph } = properties[property];
  const bars = values.map((value) => ({
    key: value,
    icon: glyph(value, 14),
    name: names[value],
    count: counts.get(value) ?? 0,
    to: inboxPath({ [property]: [value] }),
  }));
  return <CountBars heading={label} bars={bars} />;
}
