import { useQuery } from '@apollo/client/react';
import { type ReactNode, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import { Outlet } from 'react-router';
import { gql } from '../../apollo/gql.js';
import { usePollInterval, useRefetchOnChange } from '../../apollo/useLiveQuery.js';
import { RouteBoundary } from '../../frame/RouteBoundary.js';
import { InboxPageDocument, type InboxPageQuery } from '../../gql/graphql.js';
import { cx } from '../../ui/cx.js';
import { lazyPart } from '../../ui/lazyPart.js';
import { PartBoundary } from '../../ui/PartBoundary.js';
import { noFilters } from '../filters/ticketFilters.js';
import { useTicketFilters } from '../filters/useTicketFilters.js';
import { insteadOfList } from '../lists/listStates.js';
import { useNextPage } from '../lists/useNextPage.js';
import { parseTicketNumber } from '../vocabulary.js';
import { InboxBars } from './InboxBars.js';
import { NewRowsButton } from './NewRowsButton.js';
import { type ListHandle, TicketList } from './TicketList.js';
import { useInboxQueue } from './useInboxQueue.js';
import { useInboxShortcuts } from './useInboxShortcuts.js';
import { useLastAnswer } from './useLastAnswer.js';
import { useListItems } from './useListItems.js';
import { useListOffset } from './useListOffset.js';
import { useNewRows } from './useNewRows.js';
import { useOpenTicket } from './useOpenTicket.js';
import { useScrollToTop } from './useScrollToTop.js';
import { useUnreadMarks } from './useUnreadMarks.js';

/** The first paint has no selection. */
const BulkBar = lazyPart(async () => (await import('../BulkBar.js')).BulkBar);

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
/** The list is asked for at most so often, however much changes. */
const REFRESH_MS = 1_000;

/** The queue. It stays mounted while a ticket is open, so its rows, its place and its cursor are there on the way back. */
export function InboxPage() {
  const { filters, variables, change } = useTicketFilters({ isInbox: true });
  const open = useOpenTicket();
  const wantedNumber = parseTicketNumber(filters.search);
  const { data, error, fetchMore, refetch } = useQuery(InboxPageDocument, {
    variables: { ...variables, first: FIRST_PAGE, number: wantedNumber ?? 0, byNumber: wantedNumber !== null },
    fetchPolicy: 'cache-and-network',
    pollInterval: usePollInterval(POLL_MS),
    skipPollAttempt: () => document.hidden,
  });
  useRefetchOnChange(refetch, { everyMs: REFRESH_MS });
  const { answer, isCurrent } = useLastAnswer(data, variables);
  const { totalCount: total = null, pageInfo } = answer?.tickets ?? {};
  const listed = useMemo(() => listedTickets(answer), [answer]);
  const [isBusy, setBusy] = useState(false);
  const { shown: tickets, waiting, show } = useNewRows(listed, JSON.stringify(variables), isBusy || open.isOpen);
  useUnreadMarks(tickets);
  const byDay = filters.order.field === 'CREATED_AT';
  const items = useListItems(tickets, { byDay, complete: pageInfo?.hasNextPage === false });

  const list = useRef<ListHandle>(null);
  const searchRef = useRef<HTMLInputElement>(null);
  const fetchAfter = (after: string) => fetchMore({ variables: { after, first: NEXT_PAGE, byNumber: false } });
  const { rows, choosing, bulk, frame, commands } = useInboxQueue({ tickets, total, pageInfo, fetchAfter, open, list });
  const clearFilters = () => change({ ...noFilters, order: filters.order });
  useInboxShortcuts({ ...commands, searchRef, ticketOpen: open.isOpen, clearFilters, togglePanel: open.togglePanel });
  const currentOffset = useCallback(() => list.current?.offset() ?? 0, []);
  const initialOffset = useListOffset(open.search, currentOffset);
  useScrollToTop(list, variables);
  const onNearEnd = useNextPage(pageInfo, fetchAfter);

  const failure = isCurrent ? null : error;
  const isCovered = open.isOpen && !open.beside;
  return (
    <div className="flex min-h-0 flex-1">
      <section
        aria-label="Inbox"
        inert={isCovered}
        className={cx('flex min-w-0 flex-1 flex-col', isCovered && 'invisible absolute inset-0')}
      >
        <InboxBars
          open={open}
          total={failure ? null : total}
          filters={filters}
          onChange={change}
          searchRef={searchRef}
          choosing={choosing}
          onEnterList={() => void commands.move(0)}
        />
        {waiting > 0 && (
          <NewRowsButton
            count={waiting}
            onShow={() => {
              show();
              list.current?.scrollToTop();
            }}
          />
        )}
        {insteadOfList({
          loaded: answer !== undefined,
          error: failure,
          isEmpty: tickets.length === 0,
          filters,
          onChange: change,
          onRetry: () => void refetch(),
        }) ?? (
          <TicketList
            {...rows}
            onBusy={setBusy}
            ref={list}
            items={items}
            total={total}
            busy={!isCurrent}
            initialOffset={initialOffset}
            hrefOf={open.hrefOf}
            openNumber={open.number}
            search={filters.search}
            onNearEnd={onNearEnd}
          />
        )}
        {bulk.count > 0 && (
          <PartBoundary fallback={null}>
            <Suspense fallback={null}>
              <BulkBar {...bulk} />
            </Suspense>
          </PartBoundary>
        )}
      </section>
      {open.isOpen && (
        <TicketPlace beside={open.beside} place={String(open.number)}>
          <Outlet context={frame} />
        </TicketPlace>
      )}
    </div>
  );
}

/** The ticket whose number was searched for comes first, whatever the filters say. */
function listedTickets(data: InboxPageQuery | undefined) {
  const found = data?.ticket ?? null;
  const nodes = data?.tickets.edges.map(({ node }) => node) ?? [];
  return found ? [found, ...nodes.filter(({ id }) => id !== found.id)] : nodes;
}

function TicketPlace({ beside, place, children }: { beside: boolean; place: string; children: ReactNode }) {
  return (
    <section
      aria-label="Ticket"
      className={cx('flex min-w-0 flex-col', beside ? 'w-[var(--w-panel)] flex-none border-l border-line' : 'flex-1')}
    >
      <RouteBoundary place={place}>
        <Suspense fallback={null}>{children}</Suspense>
      </RouteBoundary>
    </section>
  );
}
