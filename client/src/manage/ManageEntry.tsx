import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ManageRow_TicketFragment } from '../gql/graphql.js';
import { ChoiceButton } from './ChoiceButton.js';
import type { ColumnId } from './columns.js';
import type { TableActions } from './tableActions.js';

const choices = ['category', 'priority', 'status'] as const;

interface ManageEntryProps {
  ticket: ManageRow_TicketFragment;
  box: ReactNode;
  editing: ColumnId | null;
  actions: TableActions;
}

/** A row of the table where columns do not fit: the title leads to the ticket, the three choices are changed in place. */
export function ManageEntry({ ticket, box, editing, actions }: ManageEntryProps) {
  return (
    <td className="h-16 px-4">
      <div className="grid grid-cols-[20px_minmax(0,1fr)] items-center gap-x-2.5">
        {box}
        <Link to={`/tickets/${ticket.number}`} className="cut py-[3px] text-14 font-medium" dir="auto">
          {ticket.title}
        </Link>
        <span className="col-start-2 flex items-center gap-1 overflow-hidden text-12 whitespace-nowrap text-meta">
          <span>{`T-${ticket.number}`}</span>
          {choices.map((column) => (
            <ChoiceButton
              key={column}
              column={column}
              ticket={ticket}
              tabIndex={0}
              editing={editing === column}
              actions={actions}
            />
          ))}
        </span>
      </div>
    </td>
  );
}
