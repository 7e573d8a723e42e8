import { useQuery } from '@apollo/client/react';
import { Columns2 } from 'lucide-react';
import { type ReactNode, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import { Outlet } from 'react-router';
import { gql } from '../../apollo/gql.js';
import { InboxPageDocument, type InboxPageQuery } from '../../gql/graphql.js';
import { PageBar } from '../../shell/PageBar.js';
import { Button } from '../../ui/Button.js';
import { dateIn } from '../../ui/calendar.js';
import { cx } from '../../ui/cx.js';
import { useNow } from '../../ui/Time.js';
import { formatNumber } from '../../ui/time.js';
import { useTimeZone } from '../../ui/timeZone.js';
import { BulkBar } from '../BulkBar.js';
import { useUpdateTicket } from '../changes/useUpdateTicket.js';
import { useUpdateTickets } from '../changes/useUpdateTickets.js';
import { FilterBar } from '../filters/FilterBar.js';
import { OrderMenu } from '../filters/OrderMenu.js';
import { activeFilters, noFilters, toSearchParams } from '../filters/ticketFilters.js';
import { useTicketFilters } from '../filters/useTicketFilters.js';
import type { TicketFrame } from '../ticket/ticketFrame.js';
import { SaveViewButton } from '../views/SaveViewButton.js';
import { parseTicketNumber } from '../vocabulary.js';
import { FirstRun, ListFailure, ListSkeleton, NoMatch } from './InboxStates.js';
import type { ListActions, OpenMenu } from './listActions.js';
import { groupByDay, ungrouped } from './listItems.js';
import { type ListHandle, TicketList } from './TicketList.js';
import { useInboxShortcuts } from './useInboxShortcuts.js';
import { useListCursor } from './useListCursor.js';
import { useListOffset } from './useListOffset.js';
import { useNextPage } from './useNextPage.js';
import { useOpenTicket } from './useOpenTicket.js';
import { useScrollToTop } from './useScrollToTop.js';
import { useSelection } from './useSelection.js';
import { useStableActions } from './useStableActions.js';

gql`
  query InboxPage(
    $filter: TicketFilter
    $orderBy: TicketOrder
    $first: Int!
    $after: String
    $number: Int!
    $byNumber: Boolean!
  ) {
    tickets(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      edges {
        cursor
        node {
          id
          number
          createdAt
          ...useUpdateTicket_ticket
          ...TicketRow_ticket
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
    ticket(number: $number) @include(if: $byNumber) {
      id
      number
      createdAt
      ...useUpdateTicket_ticket
      ...TicketRow_ticket
    }
  }
`;

const FIRST_PAGE = 50;
const NEXT_PAGE = 100;
const POLL_MS = 15_000;

type InboxData = InboxPageQuery | undefined;

/** The queue. It stays mounted while a ticket is open, so its rows, its place and its cursor are there on the way back. */
export function InboxPage() {
  const { filters, variables, change } = useTicketFilters();
  const wantedNumber = parseTicketNumber(filters.search);
  const { data, previousData, error, fetchMore, refetch } = useQuery(InboxPageDocument, {
    variables: { ...variables, first: FIRST_PAGE, number: wantedNumber ?? 0, byNumber: wantedNumber !== null },
    fetchPolicy: 'cache-and-network',
    pollInterval: POLL_MS,
    skipPollAttempt: () => document.hidden,
  });
  const shown = data ?? previousData;
  const tickets = useMemo(() => listedTickets(shown), [shown]);
  const items = useListItems(
    tickets,
    filters.order.field === 'CREATED_AT',
    shown?.tickets.pageInfo.hasNextPage === false,
  );
  const total = shown?.tickets.totalCount ?? null;

  const open = useOpenTicket();
  const list = useRef<ListHandle>(null);
  const searchRef = useRef<HTMLInputElement>(null);
  const { cursor, index, moveTo } = useListCursor(tickets, open.number);
  const { selection, toggle, clear } = useSelection(tickets.map(({ id }) => id));
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const updateTicket = useUpdateTicket();
  const updateTickets = useUpdateTickets();
  const offset = useListOffset(
    open.search,
    useCallback(() => list.current?.offset() ?? 0, []),
  );
  useScrollToTop(list, variables);

  const onNearEnd = useNextPage(shown?.tickets.pageInfo, (after) =>
    fetchMore({ variables: { after, first: NEXT_PAGE, byNumber: false } }),
  );
  const step = (by: number): boolean => {
    const target = moveTo(index < 0 && by < 0 ? 0 : index + by);
    if (!target) return false;
    list.current?.reveal(target.id);
    if (open.isOpen) open.replace(target.number);
    return true;
  };
  const actions = useStableActions<ListActions>({
    open: open.show,
    select: toggle,
    openMenu: (id, kind) => setMenu({ id, kind }),
    closeMenu: () => {
      setMenu(null);
      if (cursor) list.current?.reveal(cursor.id);
    },
    change: (ticket, values) => void updateTicket(ticket, values),
  });
  const resolveAndNext = () => {
    if (!cursor) return;
    step(1);
    void updateTicket(cursor, { status: 'RESOLVED' });
  };
  useInboxShortcuts({
    searchRef,
    ticketOpen: open.isOpen,
    move: (by) => void step(by),
    open: () => cursor && open.show(cursor.number),
    select: (range) => cursor && toggle(cursor.id, range),
    menu: (kind) => cursor && setMenu({ id: cursor.id, kind }),
    resolveAndNext,
    clearSelection: clear,
    clearFilters: () => change({ ...noFilters, order: filters.order }),
    togglePanel: open.togglePanel,
  });

  const covered = open.isOpen && !open.beside;
  const frame: TicketFrame = {
    variant: open.beside ? 'panel' : 'page',
    index: index >= 0 && cursor?.number === open.number ? index : null,
    total,
    step,
    close: open.close,
    toggleVariant: open.panelFits ? open.togglePanel : null,
  };
  const isFiltered = activeFilters(filters).length > 0;
  return (
    <div className="flex min-h-0 flex-1">
      <section
        aria-label="Inbox"
        inert={covered}
        className={cx('flex min-w-0 flex-1 flex-col', covered && 'invisible absolute inset-0')}
      >
        <PageBar title="Inbox" tabTitle={open.isOpen ? null : 'Inbox'} count={total !== null && countOf(total)}>
          {open.panelFits && (
            <Button tone="ghost" size="sm" aria-pressed={open.prefersBeside} onClick={open.togglePanel}>
              <Columns2 size={14} strokeWidth={1.5} aria-hidden />
              Side panel
            </Button>
          )}
        </PageBar>
        <FilterBar
          filters={filters}
          onChange={change}
          searchRef={searchRef}
          onSearchEnter={(text) => {
            const number = parseTicketNumber(text);
            searchRef.current?.blur();
            if (number !== null) open.show(number);
            else if (!step(0)) step(1);
          }}
          onSearchLeave={() => searchRef.current?.blur()}
        >
          {isFiltered && <SaveViewButton query={toSearchParams(filters).toString()} />}
          <OrderMenu order={filters.order} onChange={(order) => change({ order })} />
        </FilterBar>
        {error && !shown ? (
          <ListFailure error={error} onRetry={() => void refetch()} />
        ) : !shown ? (
          <ListSkeleton />
        ) : tickets.length === 0 && isFiltered ? (
          <NoMatch filters={filters} onChange={change} />
        ) : tickets.length === 0 ? (
          <FirstRun />
        ) : (
          <TicketList
            ref={list}
            items={items}
            total={total}
            busy={!data}
            initialOffset={offset}
            hrefOf={open.hrefOf}
            search={filters.search}
            cursorId={cursor?.id ?? null}
            selection={selection}
            menu={menu}
            actions={actions}
            onNearEnd={onNearEnd}
          />
        )}
        <BulkBar
          count={selection.size}
          onClear={clear}
          onChange={(values) => {
            void updateTickets([...selection], values);
            clear();
          }}
        />
      </section>
      {open.isOpen && (
        <TicketPlace beside={open.beside}>
          <Outlet context={frame} />
        </TicketPlace>
      )}
    </div>
  );
}

/** The ticket whose number was searched for comes first, whatever the filters say. */
function listedTickets(data: InboxData) {
  const found = data?.ticket ?? null;
  const nodes = data?.tickets.edges.map(({ node }) => node) ?? [];
  return found ? [found, ...nodes.filter(({ id }) => id !== found.id)] : nodes;
}

function useListItems<T extends { id: string; createdAt: string }>(
  tickets: readonly T[],
  byDay: boolean,
  complete: boolean,
) {
  const timeZone = useTimeZone();
  const now = useNow();
  const today = dateIn(now, timeZone);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the present moment only the calendar day matters.
  return useMemo(
    () => (byDay ? groupByDay(tickets, { now, timeZone, complete }) : ungrouped(tickets)),
    [tickets, byDay, complete, timeZone, today],
  );
}

function countOf(total: number): string {
  return `${formatNumber(total)} ${total === 1 ? 'ticket' : 'tickets'}`;
}

function TicketPlace({ beside, children }: { beside: boolean; children: ReactNode }) {
  return (
    <section
      aria-label="Ticket"
      className={cx('flex min-w-0 flex-col', beside ? 'w-[var(--w-panel)] flex-none border-l border-line' : 'flex-1')}
    >
      <Suspense fallback={null}>{children}</Suspense>
    </section>
  );
}
