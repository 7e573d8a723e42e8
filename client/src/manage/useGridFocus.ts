import { type FocusEvent, type KeyboardEvent, type RefObject, useState } from 'react';

interface Place {
  row: number;
  column: number;
}

interface GridSize {
  rows: number;
  columns: number;
  /** Rows that fit on screen. */
  page: number;
}

/** Rows carry their index in `aria-rowindex`, the head being 1. */
const HEAD_ROWS = 1;

/**
 * Moving through a table by arrow keys: one cell is the tab stop, and the focus itself says which. A row that is not drawn
 * yet is scrolled to first.
 */
export function useGridFocus(
  table: RefObject<HTMLTableElement | null>,
  size: GridSize,
  scrollTo: (row: number) => void,
) {
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });

  const take = ({ row, column }: Place): boolean => {
    const cell = table.current?.querySelector(`[aria-rowindex="${row + 1 + HEAD_ROWS}"]`)?.children[column];
    const target = cell?.querySelector<HTMLElement>('a, button, input') ?? cell;
    if (!(target instanceof HTMLElement)) return false;
    target.focus({ preventScroll: true });
    return true;
  };
  const focus = (place: Place) => {
    scrollTo(place.row);
    if (!take(place)) requestAnimationFrame(() => take(place));
  };

  const onFocus = (event: FocusEvent) => {
    const cell = event.target.closest('td');
    const row = Number(cell?.parentElement?.ariaRowIndex) - 1 - HEAD_ROWS;
    if (cell && row >= 0) setActive({ row, column: cell.cellIndex });
  };

  const move = (rows: number, columns = 0) =>
    focus({ row: clamp(active.row + rows, size.rows), column: clamp(active.column + columns, size.columns) });

  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, () => void> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      ArrowRight: () => move(0, 1),
      ArrowLeft: () => move(0, -1),
      PageDown: () => move(size.page),
      PageUp: () => move(-size.page),
      Home: () => move(0, -size.columns),
      End: () => move(0, size.columns),
    };
    const step = steps[event.key];
    if (!step || !(event.target instanceof Element) || !event.target.closest('td')) return;
    event.preventDefault();
    step();
  };

  /** After something else had the focus and is gone with the next paint. */
  const refocus = () => requestAnimationFrame(() => take(active));

  return { active, move, refocus, onFocus, onKeyDown };
}

function clamp(value: number, count: number): number {
  return Math.max(0, Math.min(count - 1, value));
}
