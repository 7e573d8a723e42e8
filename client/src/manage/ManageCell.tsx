import { Link } from 'react-router';
import type { ManageRow_TicketFragment } from '../gql/graphql.js';
import { AssigneeButton } from '../people/AssigneeButton.js';
import { type Property, properties } from '../tickets/properties.js';
import { formatExact, formatMoment, formatSpan } from '../time/time.js';
import { useTimeZone } from '../time/timeZone.js';
import { cx } from '../ui/cx.js';
import { ChoiceButton } from './ChoiceButton.js';
import type { ColumnId } from './columns.js';
import { DescriptionPage } from './DescriptionPage.js';
import { describeTriage } from './describeTriage.js';
import { TextEditor } from './TextEditor.js';
import type { TableActions } from './tableActions.js';

export interface CellProps {
  ticket: ManageRow_TicketFragment;
  tabIndex: number;
  editing: boolean;
  actions: TableActions;
}

/** One cell: where there is something to change, pressing it changes it in place. */
export function ManageCell({ column, ...props }: CellProps & { column: ColumnId }) {
  const { ticket, tabIndex } = props;
  if (column === 'title' || column === 'description') return <TextCell column={column} {...props} />;
  if (isChoice(column))
    return (
      <td className="px-1">
        <ChoiceButton column={column} {...props} />
      </td>
    );
  if (column === 'assignee')
    return (
      <td className="px-2.5">
        <AssigneeButton ticket={ticket} named tabIndex={tabIndex} className="max-w-full text-12" />
      </td>
    );
  if (column === 'number')
    return (
      <td className="px-2.5 text-12 whitespace-nowrap text-meta">
        <Link to={`/tickets/${ticket.number}`} tabIndex={tabIndex} className="hover:text-accent hover:underline">
          T-<span className="digits">{ticket.number}</span>
        </Link>
      </td>
    );
  return (
    <td tabIndex={tabIndex} className="cut digits px-2.5 text-12 text-meta -outline-offset-2">
      {column === 'created' && <Moment instant={ticket.createdAt} />}
      {column === 'updated' && <Moment instant={ticket.updatedAt} />}
      {column === 'took' &&
        ticket.resolvedAt &&
        formatSpan(Date.parse(ticket.resolvedAt) - Date.parse(ticket.createdAt))}
      {column === 'triage' && describeTriage(ticket.suggestion)}
    </td>
  );
}

function isChoice(column: ColumnId): column is Property {
  return column in properties;
}

function Moment({ instant }: { instant: string }) {
  const timeZone = useTimeZone();
  return (
    <time dateTime={instant} title={formatExact(instant, timeZone)}>
      {formatMoment(instant, timeZone)}
    </time>
  );
}

function TextCell({ column, ticket, tabIndex, editing, actions }: CellProps & { column: 'title' | 'description' }) {
  const name = `${column === 'title' ? 'Title' : 'Description'} of T-${ticket.number}`;
  if (editing)
    return (
      <td className="px-1">
        {column === 'description' ? (
          <DescriptionPage label={name} ticket={ticket} actions={actions} />
        ) : (
          <TextEditor
            ticketId={ticket.id}
            column="title"
            label={name}
            value={ticket.title}
            onSave={(title) => actions.change(ticket, { title })}
            onClose={actions.stopEditing}
          />
        )}
      </td>
    );
  const text = column === 'title' ? ticket.title : ticket.preview;
  return (
    <td className="px-1">
      <button
        type="button"
        tabIndex={tabIndex}
        dir="auto"
        aria-label={`${name}: ${text}. Edit`}
        className={cx(
          'cut block h-7 w-full cursor-text rounded-2 px-1.5 text-left -outline-offset-2 mouse:hover:shadow-[inset_0_0_0_1px_var(--border-2)]',
          column === 'title' ? 'font-medium' : 'text-12 text-meta',
        )}
        onClick={() => actions.edit({ id: ticket.id, column })}
      >
        {text}
      </button>
    </td>
  );
}
