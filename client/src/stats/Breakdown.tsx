import { gql } from '../apollo/gql.js';
import type { Breakdown_StatsFragment } from '../gql/graphql.js';
import { inboxPath } from '../tickets/filters/ticketFilters.js';
import { type Property, type PropertyValues, properties } from '../tickets/properties.js';
import { Panel } from '../ui/feedback/Panel.js';
import { CountBars } from './CountBars.js';
import { CsvButton } from './CsvButton.js';

gql`
  fragment Breakdown_stats on TicketStats {
    period {
      from
      to
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
  }
`;

/** What came in during the period, by what it is; each bar leads to those tickets. */
export function Breakdown({ stats: { period } }: { stats: Breakdown_StatsFragment }) {
  const range = { from: period.from, to: period.to };
  const byPriority = new Map(period.byPriority.map(({ priority, count }) => [priority, count]));
  const byCategory = new Map(period.byCategory.map(({ category, count }) => [category, count]));
  const byStatus = new Map(period.byStatus.map(({ status, count }) => [status, count]));
  return (
    <Panel
      title="Breakdown"
      to={inboxPath({ created: range })}
      aside={
        <>
          <span className="text-meta">created in range</span>
          <CsvButton
            name="Breakdown"
            columns={['Property', 'Value', 'Created in range']}
            rows={() => [
              ...rowsOf('priority', byPriority),
              ...rowsOf('category', byCategory),
              ...rowsOf('status', byStatus),
            ]}
          />
        </>
      }
    >
      <div className="flex grow flex-col justify-between gap-3">
        <PropertyBars property="priority" counts={byPriority} created={range} />
        <PropertyBars property="category" counts={byCategory} created={range} />
        <PropertyBars property="status" note="today" counts={byStatus} created={range} />
      </div>
    </Panel>
  );
}

function rowsOf<P extends Property>(property: P, counts: ReadonlyMap<PropertyValues[P], number>) {
  const { label, values, names } = properties[property];
  return values.map((value) => [label, names[value], counts.get(value) ?? 0]);
}

interface PropertyBarsProps<P extends Property> {
  property: P;
  counts: ReadonlyMap<PropertyValues[P], number>;
  created: { from: string; to: string };
  /** What the heading needs to be understood. */
  note?: string;
}

function PropertyBars<P extends Property>({ property, counts, created, note }: PropertyBarsProps<P>) {
  const { label, values, names, glyph } = properties[property];
  const bars = values.map((value) => ({
    key: value,
    icon: glyph(value, 14),
    name: names[value],
    count: counts.get(value) ?? 0,
    to: inboxPath({ [property]: [value], created }),
  }));
  return <CountBars heading={note ? `${label} ${note}` : label} bars={bars} />;
}
