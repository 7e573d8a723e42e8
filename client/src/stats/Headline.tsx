import { gql } from '../apollo/gql.js';
import type { Headline_StatsFragment } from '../gql/graphql.js';
import { inboxPath } from '../tickets/filters/ticketFilters.js';
import { allTickets } from '../tickets/views/views.js';
import { formatNumber } from '../time/time.js';
import { compareCounts, compareHours, inHours } from './change.js';
import { Delta } from './Delta.js';
import { Figure } from './Figure.js';

gql`
  fragment Headline_stats on TicketStats {
    totalCount
    openCount
    averagePerDay
    openingBacklog
    byStatus {
      status
      count
    }
    period {
      from
      to
      created
      resolved
      medianHoursToResolve
    }
    previousPeriod {
      created
      resolved
      medianHoursToResolve
    }
  }
`;

/** The six figures a lead looks at first. The first two are of this moment, the others of the chosen period. */
export function Headline({ stats, days }: { stats: Headline_StatsFragment; days: number }) {
  const { period, previousPeriod: before } = stats;
  const inProgress = stats.byStatus.find(({ status }) => status === 'IN_PROGRESS')?.count ?? 0;
  const unfinished = stats.openCount + inProgress;
  const perDay = (count: number) => Math.round((count / days) * 10) / 10;
  const median = period.medianHoursToResolve == null ? null : inHours(period.medianHoursToResolve);
  const range = { from: period.from, to: period.to };
  return (
    <ul className="grid grid-cols-6 gap-px overflow-hidden rounded-3 border border-line bg-hair max-panel:grid-cols-3 max-rail:grid-cols-2">
      <Figure name="All tickets" value={formatNumber(stats.totalCount)} to={`/?${allTickets.query}`}>
        {formatNumber(stats.averagePerDay)} a day, all time
      </Figure>
      <Figure name="Open now" value={formatNumber(stats.openCount)} to={inboxPath({ status: ['OPEN'] })}>
        {formatNumber(unfinished)} unfinished, {formatNumber(stats.openingBacklog)} before
      </Figure>
      <Figure name="Per day" value={formatNumber(perDay(period.created))} to={inboxPath({ created: range })}>
        <Delta change={compareCounts(perDay(period.created), perDay(before.created), null)} />
      </Figure>
      <Figure name="Created" value={formatNumber(period.created)} to={inboxPath({ created: range })}>
        <Delta change={compareCounts(period.created, before.created, null)} />
      </Figure>
      <Figure name="Resolved" value={formatNumber(period.resolved)} to={inboxPath({ resolved: range })}>
        <Delta change={compareCounts(period.resolved, before.resolved, 'up')} />
      </Figure>
      <Figure
        name="Median to resolve"
        value={median?.value ?? '–'}
        unit={median?.unit ?? null}
        to={inboxPath({ resolved: range })}
      >
        <Delta change={compareHours(period.medianHoursToResolve ?? null, before.medianHoursToResolve ?? null)} />
      </Figure>
    </ul>
  );
}
