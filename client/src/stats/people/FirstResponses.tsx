import { gql } from '../../apollo/gql.js';
import type { FirstResponses_StatsFragment } from '../../gql/graphql.js';
import { countTickets } from '../../tickets/vocabulary.js';
import { formatNumber } from '../../time/time.js';
import { Panel } from '../../ui/feedback/Panel.js';
import { CsvButton } from '../CsvButton.js';
import { share } from '../change.js';

gql`
  fragment FirstResponses_stats on TicketStats {
    period {
      firstResponses {
        from
        to
        count
      }
    }
  }
`;

type Bucket = FirstResponses_StatsFragment['period']['firstResponses'][number];

/** How long requesters waited for the first words of a person, in five spans. */
export function FirstResponses({ stats }: { stats: FirstResponses_StatsFragment }) {
  const buckets = stats.period.firstResponses;
  const all = buckets.reduce((total, { count }) => total + count, 0);
  const most = Math.max(1, ...buckets.map(({ count }) => count));
  return (
    <Panel
      title="Time to first response"
      aside={
        <>
          <span className="text-meta">{countTickets(all)}</span>
          <CsvButton
            name="Time to first response"
            columns={['Time', 'Tickets']}
            rows={() => buckets.map((bucket) => [nameOf(bucket), bucket.count])}
          />
        </>
      }
    >
      <ul className="flex flex-col gap-1 text-12">
        {buckets.map((bucket) => (
          <li key={bucket.from} className="grid h-5 grid-cols-[92px_minmax(0,1fr)_44px_36px] items-center gap-2">
            <span className="whitespace-nowrap text-body">{nameOf(bucket)}</span>
            <span
              className="block h-1.5 rounded-[2px] bg-chart-bar"
              style={{ width: `${(bucket.count / most) * 100}%` }}
              aria-hidden
            />
            <span className="digits text-right font-medium">{formatNumber(bucket.count)}</span>
            <span className="digits text-right text-meta">{share(bucket.count, all)}</span>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-12 text-pretty text-meta">Only a person’s public reply counts, not an automatic one.</p>
    </Panel>
  );
}

function nameOf({ from, to }: Bucket): string {
  if (to == null) return 'over a day';
  if (from === 0) return `under ${to} min`;
  return to <= 60 ? `${from}–${to} min` : `${from / 60}–${to / 60} h`;
}
