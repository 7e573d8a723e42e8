import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { memo } from 'react';
import { gql } from '../apollo/gql.js';
import { ManageRow_TicketFragmentDoc } from '../gql/graphql.js';
import { isSameRow } from '../tickets/isSameRow.js';
import { Checkbox } from '../ui/controls/Checkbox.js';
import { cx } from '../ui/cx.js';
import type { ColumnId } from './columns.js';
import { ManageCell } from './ManageCell.js';
import { ManageEntry } from './ManageEntry.js';
import type { TableActions } from './tableActions.js';

gql`
  fragment ManageRow_ticket on Ticket {
    id
    number
    title
    preview
    category
    priority
    status
    createdAt
    updatedAt
    resolvedAt
    assignee {
      id
      displayName
    }
    suggestion {
      id
      source
      category {
        outcome
      }
      priority {
        outcome
      }
    }
    ...useUpdateTicket_ticket
  }
`;

export interface ManageRowProps {
  ticket: FragmentType<typeof ManageRow_TicketFragmentDoc> & { id: string };
  /** From 0, in the whole list. */
  index: number;
  columns: readonly ColumnId[];
  isSelected: boolean;
  /** The cell of this row that is the tab stop; the box that selects it is 0. */
  activeColumn: number | null;
  editing: ColumnId | null;
  /** Stacked, because columns do not fit. */
  narrow: boolean;
  actions: TableActions;
}

/** One ticket of the table. It reads its own fields from the cache, so that a change draws this row again and no other. */
export const ManageRow = memo(function ManageRow({
  ticket: reference,
  index,
  columns,
  isSelected,
  activeColumn,
  editing,
  narrow,
  actions,
}: ManageRowProps) {
  const { data: ticket, complete } = useFragment({
    fragment: ManageRow_TicketFragmentDoc,
    fragmentName: 'ManageRow_ticket',
    from: reference,
  });
  if (!complete) return null;
  const box = (
    <Checkbox
      label={`Select T-${ticket.number}`}
      checked={isSelected}
      tabIndex={narrow || activeColumn === 0 ? 0 : -1}
      onChange={(_, range) => actions.select(ticket.id, range)}
    />
  );
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={cx('h-9 border-b border-hair', isSelected ? 'bg-selected' : 'mouse:hover:bg-hover')}
    >
      {narrow ? (
        <ManageEntry ticket={ticket} box={box} editing={editing} actions={actions} />
      ) : (
        <>
          <td className="pl-4">{box}</td>
          {columns.map((column, position) => (
            <ManageCell
              key={column}
              column={column}
              ticket={ticket}
              tabIndex={activeColumn === position + 1 ? 0 : -1}
              editing={editing === column}
              actions={actions}
            />
          ))}
        </>
      )}
    </tr>
  );
}, isSameRow);
