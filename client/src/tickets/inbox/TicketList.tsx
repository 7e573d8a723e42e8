import { useVirtualizer } from '@tanstack/react-virtual';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { useNarrow } from '../../ui/useMediaQuery.js';
import type { ListActions, OpenMenu } from './listActions.js';
import type { ListItem } from './listItems.js';
import { TicketRow, type TicketRowProps } from './TicketRow.js';

type RowTicket = TicketRowProps['ticket'] & { number: number; createdAt: string };

export interface ListHandle {
  /** Brings a row into view and moves the focus to it: the keys that follow are meant for it. */
  reveal: (id: string) => void;
  /** Gives the focus to a row that is on screen, otherwise to the list. */
  takeFocus: (id: string | null) => void;
  scrollToTop: () => void;
  offset: () => number;
}

interface TicketListProps {
  ref: Ref<ListHandle>;
  items: readonly ListItem<RowTicket>[];
  /** How many there are in all, loaded or not; null where they were not counted. */
  total: number | null;
  busy: boolean;
  initialOffset: number;
  hrefOf: (number: number) => string;
  /** The ticket of the address; its row is brought into view once, when the list comes. */
  openNumber: number | null;
  search: string;
  /** Whether somebody is at work below the head of the list. */
  onBusy: (isBusy: boolean) => void;
  cursorId: string | null;
  selection: ReadonlySet<string>;
  isChoosing: boolean;
  menu: OpenMenu | null;
  actions: ListActions;
  onNearEnd: () => void;
}

const DAY_HEIGHT = 28;
const ROW_HEIGHT = 44;
const NARROW_ROW_HEIGHT = 64;
/** Rows before the end at which the next page is fetched: half a page, so a steady scroll never reaches the end. */
const AHEAD = 40;
/** Pages that are loaded in search of the row of a link; an older ticket is shown without its row. */
const PAGES_SOUGHT = 10;

/** The rows on screen and a few beyond, of as many as are loaded. One tab stop: the cursor row. */
export function TicketList({
  ref,
  items,
  total,
  busy,
  initialOffset,
  openNumber,
  onNearEnd,
  onBusy,
  ...rows
}: TicketListProps) {
  const work = useRef({ scrolled: initialOffset > 0, focused: false, pointed: false });
  const note = (change: Partial<typeof work.current>) => {
    Object.assign(work.current, change);
    onBusy(Object.values(work.current).some(Boolean));
  };
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useNarrow() ? NARROW_ROW_HEIGHT : ROW_HEIGHT;
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (items[index]?.kind === 'day' ? DAY_HEIGHT : rowHeight),
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 10,
    initialOffset,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: heights are computed, not measured; a new layout invalidates them.
  useEffect(() => virtualizer.measure(), [rowHeight, items]);

  const visible = virtualizer.getVirtualItems();
  const lastVisible = visible.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastVisible >= items.length - AHEAD) onNearEnd();
  }, [lastVisible, items.length, onNearEnd]);

  const pagesSought = useRef(0);
  const wanted = useRef(initialOffset > 0 ? null : openNumber);
  useEffect(() => {
    const index = items.findIndex((item) => item.kind === 'ticket' && item.ticket.number === wanted.current);
    if (index < 0) {
      pagesSought.current += 1;
      if (pagesSought.current > PAGES_SOUGHT) wanted.current = null;
      if (wanted.current !== null) onNearEnd();
      return;
    }
    wanted.current = null;
    virtualizer.scrollToIndex(index, { align: 'center' });
  }, [items, virtualizer, onNearEnd]);

  useImperativeHandle(ref, () => ({
    reveal(id) {
      const index = items.findIndex((item) => item.key === id);
      if (index < 0) return;
      virtualizer.scrollToIndex(index, { align: 'auto' });
      requestAnimationFrame(() =>
        scroller.current?.querySelector<HTMLElement>('[data-cursor]')?.focus({ preventScroll: true }),
      );
    },
    takeFocus: (id) =>
      requestAnimationFrame(() =>
        ((id && scroller.current?.querySelector<HTMLElement>('[data-cursor]')) || scroller.current)?.focus({
          preventScroll: true,
        }),
      ),
    scrollToTop: () => scroller.current?.scrollTo({ top: 0 }),
    offset: () => scroller.current?.scrollTop ?? 0,
  }));

  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual list has no table rows to be one.
    <div
      ref={scroller}
      role="grid"
      aria-label="Tickets"
      aria-rowcount={total ?? -1}
      aria-busy={busy}
      // Without a cursor the list itself is the tab stop.
      tabIndex={rows.cursorId === null ? 0 : -1}
      onScroll={({ currentTarget }) => note({ scrolled: currentTarget.scrollTop > 0 })}
      onFocus={() => note({ focused: true })}
      onBlur={() => note({ focused: false })}
      onPointerEnter={({ pointerType }) => note({ pointed: pointerType === 'mouse' })}
      onPointerLeave={() => note({ pointed: false })}
      className="min-h-0 flex-1 scroll-py-7 overflow-y-auto overscroll-contain outline-none focus-visible:shadow-[inset_0_0_0_2px_var(--focus)]"
    >
      <div role="presentation" className="relative w-full" style={{ height: virtualizer.getTotalSize() }}>
        {visible.map(({ key, index, start }) => {
          const item = items[index];
          return (
            item && (
              // biome-ignore lint/a11y/useFocusableInteractive: the link inside the row takes the focus.
              // biome-ignore lint/a11y/useSemanticElements: see the grid.
              <div
                key={key}
                role="row"
                aria-rowindex={index + 1}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${start}px)` }}
              >
                {item.kind === 'day' ? (
                  <DayHeading label={item.label} count={item.count} />
                ) : (
                  <Row item={item} {...rows} />
                )}
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

type RowProps = Pick<
  TicketListProps,
  'hrefOf' | 'search' | 'cursorId' | 'selection' | 'isChoosing' | 'menu' | 'actions'
>;

function Row({
  item: { ticket },
  hrefOf,
  cursorId,
  selection,
  menu,
  ...shared
}: RowProps & { item: { ticket: RowTicket } }) {
  return (
    <TicketRow
      ticket={ticket}
      {...shared}
      href={hrefOf(ticket.number)}
      isCursor={ticket.id === cursorId}
      isSelected={selection.has(ticket.id)}
      menu={menu?.id === ticket.id ? menu.kind : null}
    />
  );
}

function DayHeading({ label, count }: { label: string; count: number | null }) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: a heading row of the grid; nothing to focus.
    // biome-ignore lint/a11y/useSemanticElements: see the grid.
    <div
      role="gridcell"
      className="flex h-7 items-center gap-2 border-b border-hair bg-app px-3 text-12 font-medium text-body max-rail:px-4"
    >
      {label}
      {count !== null && <span className="digits font-normal text-meta">{count}</span>}
    </div>
  );
}
