import { useQuery } from '@apollo/client/react';
import { useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { gql } from '../apollo/gql.js';
import { ManagePageDocument } from '../gql/graphql.js';
import { PageBar } from '../shell/PageBar.js';
import { BulkBar } from '../tickets/BulkBar.js';
import { useUpdateTicket } from '../tickets/changes/useUpdateTicket.js';
import { SELECTION_LIMIT, useUpdateTickets } from '../tickets/changes/useUpdateTickets.js';
import { FilterBar } from '../tickets/filters/FilterBar.js';
import { NoMatchPage } from '../tickets/filters/NoMatchPage.js';
import { activeFilters } from '../tickets/filters/ticketFilters.js';
import { useTicketFilters } from '../tickets/filters/useTicketFilters.js';
import { FirstRun, ListFailure, ListSkeleton } from '../tickets/inbox/InboxStates.js';
import { useNextPage } from '../tickets/inbox/useNextPage.js';
import { useSelection } from '../tickets/inbox/useSelection.js';
import { useStableActions } from '../tickets/inbox/useStableActions.js';
import { countTickets, parseTicketNumber } from '../tickets/vocabulary.js';
import { ColumnsMenu } from './ColumnsMenu.js';
import { DeleteSelected } from './DeleteSelected.js';
import { ExportLink } from './ExportLink.js';
import { ImportButton } from './ImportButton.js';
import { ImportStrip } from './ImportStrip.js';
import { ManageTable, type TableHandle } from './ManageTable.js';
import type { EditedCell, TableActions } from './tableActions.js';
import { useDeleteTickets } from './useDeleteTickets.js';
import { useManageShortcuts } from './useManageShortcuts.js';

gql`
  query ManagePage($filter: TicketFilter, $orderBy: TicketOrder, $first: Int!, $after: String) {
    tickets(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      edges {
        cursor
        node {
          id
          ...ManageRow_ticket
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`;

const PAGE = 100;
const POLL_MS = 15_000;

/** The administration table: everything about many tickets at once, in and out by the file. */
export function ManagePage() {
  const { filters, variables, change } = useTicketFilters();
  const { data, previousData, error, fetchMore, refetch } = useQuery(ManagePageDocument, {
    variables: { ...variables, first: PAGE },
    fetchPolicy: 'cache-and-network',
    pollInterval: POLL_MS,
    skipPollAttempt: () => document.hidden,
  });
  const shown = (data ?? previousData)?.tickets;
  const tickets = useMemo(() => shown?.edges.map(({ node }) => node) ?? [], [shown]);
  const ids = tickets.map(({ id }) => id);
  const { selection, toggle, select, clear } = useSelection(ids);
  const [editing, setEditing] = useState<EditedCell | null>(null);
  const table = useRef<TableHandle>(null);
  const searchRef = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const updateTicket = useUpdateTicket();
  const updateTickets = useUpdateTickets();
  const deleteTickets = useDeleteTickets();
  const onNearEnd = useNextPage(shown?.pageInfo, (after) => fetchMore({ variables: { after } }));

  const actions = useStableActions<TableActions>({
    select: toggle,
    edit: setEditing,
    stopEditing() {
      setEditing(null);
      table.current?.refocus();
    },
    async change(ticket, values) {
      const { faults } = await updateTicket(ticket, values, {
        ownErrors: 'title' in values || 'description' in values,
      });
      const [fault] = faults;
      return fault?.message ?? null;
    },
  });
  const activeTicket = () => ids[table.current?.activeRow() ?? -1];
  useManageShortcuts({
    search: () => searchRef.current?.select(),
    move: (rows) => table.current?.move(rows),
    select: (range) => {
      const id = activeTicket();
      if (id) toggle(id, range);
    },
    edit: (column) => {
      const id = activeTicket();
      if (id) setEditing({ id, column });
    },
    clear,
  });

  const isFiltered = activeFilters(filters).length > 0;
  return (
    <>
      <PageBar title="Manage" count={shown?.totalCount != null && countTickets(shown.totalCount)}>
        <ImportButton />
        <ExportLink filters={filters} />
      </PageBar>
      <FilterBar
        filters={filters}
        onChange={change}
        searchRef={searchRef}
        onSearchEnter={(text) => {
          const number = parseTicketNumber(text);
          if (number !== null) void navigate(`/tickets/${number}`);
          else searchRef.current?.blur();
        }}
        onSearchLeave={() => searchRef.current?.blur()}
      >
        <ColumnsMenu />
      </FilterBar>
      <ImportStrip />
      {error && !shown ? (
        <ListFailure error={error} onRetry={() => void refetch()} />
      ) : !shown ? (
        <ListSkeleton />
      ) : tickets.length === 0 && isFiltered ? (
        <NoMatchPage filters={filters} onChange={change} />
      ) : tickets.length === 0 ? (
        <FirstRun />
      ) : (
        <ManageTable
          ref={table}
          tickets={tickets}
          total={shown.totalCount ?? null}
          listKey={variables}
          order={filters.order}
          onOrder={(order) => change({ order })}
          selection={selection}
          onSelectAll={() => (selection.size > 0 ? clear() : select(ids.slice(0, SELECTION_LIMIT)))}
          editing={editing}
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
      >
        <DeleteSelected
          count={selection.size}
          onDelete={() => {
            void deleteTickets([...selection]);
            clear();
          }}
        />
      </BulkBar>
    </>
  );
}
