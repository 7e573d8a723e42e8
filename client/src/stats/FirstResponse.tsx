import { gql } from '../apollo/gql.js';
import type { FirstResponse_StatsFragment } from '../gql/graphql.js';
import { Panel } from '../ui/feedback/Panel.js';
import { CsvButton } from './CsvButton.js';
import { compareHours, inHours } from './change.js';

gql`
  fragment FirstResponse_stats on TicketStats {
    period {
      medianMinutesToFirstResponse
      p90MinutesToFirstResponse
    }
    previousPeriod {
      medianMinutesToFirstResponse
      p90MinutesToFirstResponse
    }
  }
`;

const hours = (minutes: number | null | undefined) => (minutes == null ? null : minutes / 60);

/** How long requesters wait for the first words of a person. */
export function FirstResponse({ stats: { period, previousPeriod: before } }: { stats: FirstResponse_StatsFragment }) {
  const isKnown = period.medianMinutesToFirstResponse != null;
  return (
    <Panel
      title="First response"
      aside={
        isKnown && (
          <>
            <span className="text-meta">replies by people</span>
            <CsvButton
              name="First response"
              columns={['Figure', 'Minutes', 'Minutes in the period before']}
              rows={() => [
                ['Median', period.medianMinutesToFirstResponse ?? null, before.medianMinutesToFirstResponse ?? null],
                ['90th percentile', period.p90MinutesToFirstResponse ?? null, before.p90MinutesToFirstResponse ?? null],
              ]}
            />
          </>
        )
      }
    >
      {isKnown ? (
        <dl className="grid grid-cols-2 gap-4">
          <Span
            name="Median"
            now={hours(period.medianMinutesToFirstResponse)}
            before={hours(before.medianMinutesToFirstResponse)}
          />
          <Span
            name="9 of 10 within"
            now={hours(period.p90MinutesToFirstResponse)}
            before={hours(before.p90MinutesToFirstResponse)}
          />
        </dl>
      ) : (
        <p className="text-meta">No first responses in this period.</p>
      )}
    </Panel>
  );
}

function Span({ name, now, before }: { name: string; now: number | null; before: number | null }) {
  const span = now === null ? null : inHours(now);
  const change = compareHours(now, before);
  return (
    <div>
      <dt className="text-12 text-body">{name}</dt>
      <dd className="digits text-26 font-semibold tracking-[-0.018em] max-rail:text-22">
        {span?.value ?? '–'}
        {span && <span className="ml-0.5 text-14 font-normal tracking-normal text-body">{span.unit}</span>}
      </dd>
      <dd className="h-4 text-12 text-meta">{change && `${change.amount} ${change.against}`}</dd>
    </div>
  );
}
