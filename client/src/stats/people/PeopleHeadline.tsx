import { gql } from '../../apollo/gql.js';
import type { PeopleHeadline_StatsFragment } from '../../gql/graphql.js';
import { inboxPath } from '../../tickets/filters/ticketFilters.js';
import { useNow } from '../../time/Time.js';
import { formatNumber } from '../../time/time.js';
import { compareHours, inHours } from '../change.js';
import { Delta } from '../Delta.js';
import { Figure } from '../Figure.js';

gql`
  fragment PeopleHeadline_stats on TicketStats {
    byAssignee {
      assignee {
        id
        displayName
      }
      waitingForTeam
      waitingSince
    }
    period {
      medianMinutesToFirstResponse
      firstResponses {
        from
        to
        count
      }
    }
    previousPeriod {
      medianMinutesToFirstResponse
    }
  }
`;

const anHour = 60;
const hourMs = 3_600_000;
const hours = (minutes: number | null | undefined) => (minutes == null ? null : minutes / 60);
const waitingPath = inboxPath({ waiting: ['TEAM'], order: { field: 'WAITING_SINCE', direction: 'ASC' } });

/** How fast the team answers, and who waits now. */
export function PeopleHeadline({ stats }: { stats: PeopleHeadline_StatsFragment }) {
  const { byAssignee, period, previousPeriod: before } = stats;
  const now = useNow();
  const median = hours(period.medianMinutesToFirstResponse);
  const span = median === null ? null : inHours(median);
  const answered = sum(period.firstResponses);
  const soon = sum(period.firstResponses.filter(({ to }) => to != null && to <= anHour));
  const waiting = byAssignee.reduce((total, { waitingForTeam }) => total + waitingForTeam, 0);
  const withNobody = byAssignee.find(({ assignee }) => assignee == null)?.waitingForTeam ?? 0;
  const longest = byAssignee
    .filter(({ waitingSince }) => waitingSince != null)
    .toSorted((a, b) => Date.parse(a.waitingSince ?? '') - Date.parse(b.waitingSince ?? ''))[0];
  const age = longest?.waitingSince && inHours(Math.max(0, now - Date.parse(longest.waitingSince)) / hourMs);
  return (
    <ul className="grid grid-cols-4 gap-px overflow-hidden rounded-3 border border-line bg-hair max-panel:grid-cols-2">
      <Figure name="First response, median" value={span?.value ?? '–'} unit={span?.unit ?? null}>
        {span ? (
          <Delta change={compareHours(median, hours(before.medianMinutesToFirstResponse))} />
        ) : (
          'no first responses in this range'
        )}
      </Figure>
      <Figure
        name="Answered within an hour"
        value={answered === 0 ? '–' : formatNumber(Math.round((soon / answered) * 100))}
        unit={answered === 0 ? null : '%'}
      >
        {answered > 0 && `${formatNumber(soon)} of ${formatNumber(answered)} answered`}
      </Figure>
      <Figure name="Waiting for us now" value={formatNumber(waiting)} to={waitingPath}>
        {formatNumber(withNobody)} with nobody
      </Figure>
      <Figure name="Waiting longest" value={age ? age.value : '–'} unit={age ? age.unit : null} to={waitingPath}>
        {longest ? `with ${longest.assignee?.displayName ?? 'nobody'}` : 'nobody waits'}
      </Figure>
    </ul>
  );
}

function sum(buckets: readonly { count: number }[]): number {
  return buckets.reduce((total, { count }) => total + count, 0);
}
