import { Link } from 'react-router';
import { gql } from '../../apollo/gql.js';
import type { WorkTable_StatsFragment } from '../../gql/graphql.js';
import { useSession } from '../../session/session.js';
import { inboxPath, type TicketFilters, unfinishedStatuses } from '../../tickets/filters/ticketFilters.js';
import { Time } from '../../time/Time.js';
import { formatNumber } from '../../time/time.js';
import { Avatar } from '../../ui/feedback/Avatar.js';
import { Panel } from '../../ui/feedback/Panel.js';
import { ScrollRegion } from '../../ui/ScrollRegion.js';
import { CsvButton } from '../CsvButton.js';
import { inHours } from '../change.js';

gql`
  fragment WorkTable_stats on TicketStats {
    byAssignee {
      assignee {
        id
        displayName
      }
      unfinished
      waitingForTeam
      waitingSince
      medianMinutesToFirstResponse
      resolvedInPeriod
    }
    period {
      from
      to
    }
  }
`;

type Work = WorkTable_StatsFragment['byAssignee'][number];

const columns = ['Assignee', 'Unfinished', 'Waiting for us', 'Longest', 'First response', 'Resolved'];
const nameOf = ({ assignee }: Work) => assignee?.displayName ?? 'Nobody';

/** What each person has to do and has done. No ranking of people: where most requesters wait comes first. */
export function WorkTable({ stats }: { stats: WorkTable_StatsFragment }) {
  const { user } = useSession();
  const { from, to } = stats.period;
  const rows = stats.byAssignee.toSorted(
    (a, b) => Number(a.assignee == null) - Number(b.assignee == null) || b.waitingForTeam - a.waitingForTeam,
  );
  return (
    <Panel
      title="By assignee"
      aside={
        <>
          <span className="text-meta">responses and resolutions of the range, the rest now</span>
          <CsvButton
            name="By assignee"
            columns={[...columns.slice(0, 3), 'Waiting since', 'First response, minutes', 'Resolved']}
            rows={() =>
              rows.map((row) => [
                nameOf(row),
                row.unfinished,
                row.waitingForTeam,
                row.waitingSince ?? null,
                row.medianMinutesToFirstResponse ?? null,
                row.resolvedInPeriod,
              ])
            }
          />
        </>
      }
    >
      <ScrollRegion label="By assignee, figures" className="overflow-x-auto">
        <table className="w-full min-w-130 text-12 [&_td]:h-9 [&_td]:text-right [&_th:not(:first-child)]:pl-2 [&_thead_th]:pb-1 [&_thead_th]:text-right [&_thead_th]:font-normal">
          <thead className="text-11 text-meta">
            <tr>
              {columns.map((name, index) => (
                <th key={name} className={index === 0 ? 'text-left!' : 'w-[14%]'}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="digits [&>tr]:border-t [&>tr]:border-hair">
            {rows.map((row) => {
              const { assignee, unfinished, waitingForTeam, waitingSince, resolvedInPeriod } = row;
              const path = (filters: Partial<TicketFilters>) =>
                inboxPath({ ...filters, assignee: assignee?.id ?? 'none' });
              const reply = row.medianMinutesToFirstResponse;
              return (
                <tr key={assignee?.id ?? 'none'}>
                  <th scope="row" className="text-left font-medium">
                    <span className="flex items-center gap-2">
                      <Avatar name={assignee?.displayName ?? null} own={assignee != null && assignee.id === user?.id} />
                      <span className="cut">{nameOf(row)}</span>
                    </span>
                  </th>
                  <td>
                    <Counted count={unfinished} to={path({ status: unfinishedStatuses })} />
                  </td>
                  <td>
                    <Counted count={waitingForTeam} to={path({ waiting: ['TEAM'] })} />
                  </td>
                  <td>
                    {waitingSince ? <Time instant={waitingSince} brief /> : <span className="text-meta">none</span>}
                  </td>
                  <td>{reply == null ? <span className="text-meta">none</span> : spanOf(reply)}</td>
                  <td>
                    <Counted count={resolvedInPeriod} to={path({ resolved: { from, to } })} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
    </Panel>
  );
}

function Counted({ count, to }: { count: number; to: string }) {
  return (
    <Link to={to} className="hit hover:underline">
      {formatNumber(count)}
    </Link>
  );
}

function spanOf(minutes: number): string {
  const { value, unit } = inHours(minutes / 60);
  return `${value} ${unit}`;
}
