import { Link } from 'react-router';
import { gql } from '../apollo/gql.js';
import type { BacklogAge_StatsFragment } from '../gql/graphql.js';
import { inboxPath } from '../tickets/filters/ticketFilters.js';
import { priorities, priorityNames } from '../tickets/vocabulary.js';
import { formatNumber } from '../time/time.js';
import { Panel } from '../ui/feedback/Panel.js';

gql`
  fragment BacklogAge_stats on TicketStats {
    backlogAge {
      label
      from
      to
      count
      byPriority {
        priority
        count
      }
    }
  }
`;

/** How long the tickets that nobody has finished have been waiting, by how urgent they are; each number leads to its tickets. */
export function BacklogAge({ stats }: { stats: BacklogAge_StatsFragment }) {
  const ages = stats.backlogAge;
  const all = ages.reduce((total, { count }) => total + count, 0);
  return (
    <Panel title="Age of the backlog" aside={<span className="text-meta">{formatNumber(all)} unfinished</span>}>
      <div className="overflow-x-auto">
        <table className="w-full text-12 [&_td]:h-7 [&_td]:text-right [&_thead_th]:pb-1 [&_thead_th]:pl-2 [&_thead_th]:text-right [&_thead_th]:font-normal">
          <thead className="text-11 text-meta">
            <tr>
              <th className="pl-0! text-left!">Age</th>
              {priorities.map((priority) => (
                <th key={priority}>{priorityNames[priority]}</th>
              ))}
              <th>All</th>
            </tr>
          </thead>
          <tbody className="digits [&>tr]:border-t [&>tr]:border-hair">
            {ages.map(({ label, from, to, count, byPriority }) => {
              const unfinished = { status: ['OPEN' as const, 'IN_PROGRESS' as const] };
              const path = { ...unfinished, created: { from: from ?? null, to: to ?? null } };
              const counts = new Map(byPriority.map((row) => [row.priority, row.count]));
              return (
                <tr key={label}>
                  <th scope="row" className="text-left font-normal whitespace-nowrap">
                    {label}
                  </th>
                  {priorities.map((priority) => (
                    <Count
                      key={priority}
                      count={counts.get(priority) ?? 0}
                      to={inboxPath({ ...path, priority: [priority] })}
                    />
                  ))}
                  <Count count={count} to={inboxPath(path)} />
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function Count({ count, to }: { count: number; to: string }) {
  return (
    <td>
      {count === 0 ? (
        <span className="text-meta">0</span>
      ) : (
        <Link to={to} className="hit hover:underline">
          {formatNumber(count)}
        </Link>
      )}
    </td>
  );
}
