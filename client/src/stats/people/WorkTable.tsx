import { gql } from '../../apollo/gql.js';
import type { WorkTable_StatsFragment } from '../../gql/graphql.js';
import { useSession } from '../../session/session.js';
import { inboxPath, type TicketFilters, unfinishedStatuses } from '../../tickets/filters/ticketFilters.js';
import { Time } from '../../time/Time.js';
import { Avatar } from '../../ui/feedback/Avatar.js';
import { Panel } from '../../ui/feedback/Panel.js';
import { CsvButton } from '../CsvButton.js';
import { inHours } from '../change.js';
import { Counted, FiguresTable } from '../FiguresTable.js';

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
          <span className="text-meta">responses and resolutions in this range, the rest as of now</span>
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
      <FiguresTable name="By assignee" columns={columns} className="min-w-130 [&_td]:h-9">
        {rows.map((row) => {
          const { assignee, unfinished, waitingForTeam, waitingSince, resolvedInPeriod } = row;
          const path = (filters: Partial<TicketFilters>) => inboxPath({ ...filters, assignee: assignee?.id ?? 'none' });
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
                <Counted to={path({ status: unfinishedStatuses })}>{unfinished}</Counted>
              </td>
              <td>
                <Counted to={path({ waiting: ['TEAM'] })}>{waitingForTeam}</Counted>
              </td>
              <td>{waitingSince ? <Time instant={waitingSince} brief /> : <span className="text-meta">none</span>}</td>
              <td>{reply == null ? <span className="text-meta">none</span> : spanOf(reply)}</td>
              <td>
                <Counted to={path({ resolved: { from, to } })}>{resolvedInPeriod}</Counted>
              </td>
            </tr>
          );
        })}
      </FiguresTable>
    </Panel>
  );
}

function spanOf(minutes: number): string {
  const { value, unit } = inHours(minutes / 60);
  return `${value} ${unit}`;
}
