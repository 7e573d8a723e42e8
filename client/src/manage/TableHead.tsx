import { ArrowDown, ArrowUp } from 'lucide-react';
import type { TicketOrder } from '../gql/graphql.js';
import { Checkbox } from '../ui/controls/Checkbox.js';
import { cx } from '../ui/cx.js';
import type { Column } from './columns.js';

interface TableHeadProps {
  columns: readonly Column[];
  order: TicketOrder;
  onOrder: (order: TicketOrder) => void;
  selected: boolean | 'mixed';
  onSelectAll: () => void;
}

/** Names the columns, orders the list by those it can be ordered by, and selects all that is loaded. */
export function TableHead({ columns, order, onOrder, selected, onSelectAll }: TableHeadProps) {
  return (
    <thead className="sticky top-0 z-(--z-sticky) bg-surface text-11 text-meta">
      <tr aria-rowindex={1} className="h-8 shadow-[inset_0_-1px_0_var(--border-2)]">
        <th className="pl-4 text-left">
          <Checkbox label="Select all that are loaded" checked={selected} onChange={onSelectAll} />
        </th>
        {columns.map((column) => (
          <ColumnHead key={column.id} column={column} order={order} onOrder={onOrder} />
        ))}
      </tr>
    </thead>
  );
}

type ColumnHeadProps = Pick<TableHeadProps, 'order' | 'onOrder'> & { column: Column };

function ColumnHead({ column, order, onOrder }: ColumnHeadProps) {
  const { order: field, name } = column;
  if (!field) return <th className="px-2.5 text-left font-medium">{name}</th>;
  const current = order.field === field;
  const descending = order.direction === 'DESC';
  const Arrow = descending ? ArrowDown : ArrowUp;
  return (
    <th
      aria-sort={current ? (descending ? 'descending' : 'ascending') : 'none'}
      className={cx('px-1 text-left font-medium', current && 'text-strong')}
    >
      <button
        type="button"
        className="hit flex h-6 items-center gap-1 rounded-2 px-1.5 hover:bg-hover"
        onClick={() => onOrder({ field, direction: current && descending ? 'ASC' : 'DESC' })}
      >
        {name}
        {current && <Arrow size={12} strokeWidth={2} aria-hidden />}
      </button>
    </th>
  );
}
