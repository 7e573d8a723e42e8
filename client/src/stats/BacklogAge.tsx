import { Link } from 'react-router';
import { gql } from '../apollo/gql.js';
import type { BacklogAge_StatsFragment } from '../gql/graphql.js';
import { inboxPath } from '../tickets/filters/ticketFilters.js';
import { priorities, priorityNames } from '../tickets/vocabulary.js';
import { formatNumber } from '../time/time.js';
import { Panel } from '../ui/feedback/Panel.js';
import { CsvButton } from './CsvButton.js';
import { TicketLine, type TicketReference } from './TicketLine.js';

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

interface BacklogAgeProps {
  stats: BacklogAge_StatsFragment;
  oldest: { readonly edges: readonly { readonly node: TicketReference & { readonly id: string } }[] };
}

/** How long the tickets that nobody has finished have been waiting, by how urgent they are; each number leads to its tickets. */
export function BacklogAge({ stats, oldest }: BacklogAgeProps) {
  const ages = stats.backlogAge;
  const all = ages.reduce((total, { count }) => total + count, 0);
  return (
    <Panel
      title="Age of the backlog"
      to="/"
      aside={
        <>
          <span className="text-meta">{formatNumber(all)} unfinished</span>
          <CsvButton
            name="Age of the backlog"
            columns={['Age', ...priorities.map((priority) => priorityNames[priority]), 'All']}
            rows={() =>
              ages.map(({ label, count, byPriority }) => {
                const counts = new Map(byPriority.map((row) => [row.priority, row.count]));
                return [label, ...priorities.map((priority) => counts.get(priority) ?? 0), count];
              })
            }
          />
        </>
      }
    >
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
      {oldest.edges.length > 0 && (
        <>
          <h3 className="mt-4 mb-1 text-12 text-meta">Oldest five</h3>
          <ul className="-mx-2">
            {oldest.edges.slice(0, 5).map(({ node }) => (
              <TicketLine key={node.id} ticket={node} since="createdAt" />
            ))}
          </ul>
        </>
      )}
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
