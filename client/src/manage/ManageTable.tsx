import { useVirtualizer } from '@tanstack/react-virtual';
import { type Ref, useEffect, useImperativeHandle, useMemo, useRef } from 'react';
import type { TicketOrder } from '../gql/graphql.js';
import { useSession } from '../session/session.js';
import { usePreference } from '../ui/preference.js';
import { useNarrow } from '../ui/useMediaQuery.js';
import { columns as allColumns, type Column, hiddenColumns } from './columns.js';
import { ManageRow, type ManageRowProps } from './ManageRow.js';
import { TableHead } from './TableHead.js';
import type { EditedCell, TableActions } from './tableActions.js';
import { useGridFocus } from './useGridFocus.js';

export interface TableHandle {
  move: (rows: number) => void;
  /** Gives the focus back to the cell that had it. */
  refocus: () => void;
  /** The row that has the tab stop. */
  activeRow: () => number;
}

interface ManageTableProps {
  ref: Ref<TableHandle>;
  tickets: readonly ManageRowProps['ticket'][];
  total: number | null;
  /** Changes with the list: another list begins at its top. */
  listKey: object;
  order: TicketOrder;
  onOrder: (order: TicketOrder) => void;
  selection: ReadonlySet<string>;
  onSelectAll: () => void;
  editing: EditedCell | null;
  actions: TableActions;
  onNearEnd: () => void;
}

const BOX_WIDTH = 40;
const LEAST_TITLE_WIDTH = 220;
const ROW_HEIGHT = 36;
const NARROW_ROW_HEIGHT = 65;
/** Rows before the end at which the next page is fetched. */
const AHEAD = 30;

/** The rows on screen and a few beyond, of as many as are loaded, in a table that is walked by arrow keys. */
export function ManageTable({ ref, tickets, listKey, onNearEnd, ...props }: ManageTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const narrow = useNarrow();
  const columns = useColumns();
  const columnIds = useMemo(() => columns.map(({ id }) => id), [columns]);
  const rowHeight = narrow ? NARROW_ROW_HEIGHT : ROW_HEIGHT;
  const virtualizer = useVirtualizer({
    count: tickets.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: 32,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: heights are computed, not measured; another layout invalidates them.
  useEffect(() => virtualizer.measure(), [rowHeight]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its top.
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [listKey]);

  const rows = virtualizer.getVirtualItems();
  const [first, last] = [rows[0]?.index ?? 0, rows.at(-1)?.index ?? 0];
  useEffect(() => {
    if (last >= tickets.length - AHEAD) onNearEnd();
  }, [last, tickets.length, onNearEnd]);

  const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 1);
  const grid = useGridFocus(table, { rows: tickets.length, columns: columns.length + 1, page }, (row) =>
    virtualizer.scrollToIndex(row, { align: 'auto' }),
  );
  // The tab stop stays among the rows that are drawn.
  const activeRow = Math.max(first, Math.min(last, grid.active.row));
  useImperativeHandle(ref, () => ({ move: grid.move, refocus: grid.refocus, activeRow: () => activeRow }));

  const { selection } = props;
  const loaded = tickets.filter(({ id }) => selection.has(id)).length;
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-auto overscroll-contain pb-14">
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells are walked by arrow keys.
        role="grid"
        aria-label="Tickets"
        aria-multiselectable
        aria-rowcount={props.total === null ? -1 : props.total + 1}
        className="w-full table-fixed border-collapse"
        style={narrow ? undefined : { minWidth: leastWidth(columns) }}
        onFocus={grid.onFocus}
        onKeyDown={grid.onKeyDown}
      >
        {!narrow && (
          <>
            <colgroup>
              <col style={{ width: BOX_WIDTH }} />
              {columns.map(({ id, width }) => (
                <col key={id} style={width === null ? undefined : { width }} />
              ))}
            </colgroup>
            <TableHead
              columns={columns}
              order={props.order}
              onOrder={props.onOrder}
              selected={loaded === 0 ? false : loaded === tickets.length ? true : 'mixed'}
              onSelectAll={props.onSelectAll}
            />
          </>
        )}
        <tbody>
          <Spacer height={rows[0]?.start ?? 0} />
          {rows.map(({ index }) => {
            const ticket = tickets[index];
            return (
              ticket && (
                <ManageRow
                  key={ticket.id}
                  ticket={ticket}
                  index={index}
                  columns={columnIds}
                  isSelected={selection.has(ticket.id)}
                  activeColumn={index === activeRow ? grid.active.column : null}
                  editing={props.editing?.id === ticket.id ? props.editing.column : null}
                  narrow={narrow}
                  actions={props.actions}
                />
              )
            );
          })}
          <Spacer height={virtualizer.getTotalSize() - (rows.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
    </div>
  );
}

function useColumns(): readonly Column[] {
  const hidden = usePreference(hiddenColumns);
  const { user } = useSession();
  return useMemo(
    () => allColumns.filter(({ id }) => !hidden.includes(id) && (user !== null || id !== 'assignee')),
    [hidden, user],
  );
}

function leastWidth(columns: readonly Column[]): number {
  return columns.reduce((sum, { width }) => sum + (width ?? LEAST_TITLE_WIDTH), BOX_WIDTH);
}

/** Stands for the rows that are not drawn. */
function Spacer({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden>
      <td style={{ height }} />
    </tr>
  );
}
