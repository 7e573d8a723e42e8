import { gql } from '../apollo/gql.js';
import type { Period_StatsFragment } from '../gql/graphql.js';
import { formatDate } from '../time/time.js';
import { useTimeZone } from '../time/timeZone.js';

gql`
  fragment Period_stats on TicketStats {
    period {
      from
      to
    }
  }
`;

/** Which days the figures are of, and what they are compared with. */
export function Period({ stats, days }: { stats: Period_StatsFragment; days: number }) {
  const timeZone = useTimeZone();
  const { from, to } = stats.period;
  const last = new Date(Math.min(Date.now(), Date.parse(to) - 1));
  return (
    <span className="max-rail:hidden">
      {formatDate(from, timeZone)} to {formatDate(last, timeZone)}, compared with the {days} days before
    </span>
  );
}
