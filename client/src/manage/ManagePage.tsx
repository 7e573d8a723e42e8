import { useQuery } from '@apollo/client/react';
import { useMemo, useRef } from 'react';
import { useNavigate } from 'react-router';
import { gql } from '../apollo/gql.js';
import { usePollInterval, useRefetchOnChange } from '../apollo/useLiveQuery.js';
import { PageBar } from '../frame/PageBar.js';
import { ManagePageDocument } from '../gql/graphql.js';
import { BulkBar } from '../tickets/BulkBar.js';
import { FilterBar } from '../tickets/filters/FilterBar.js';
import { useTicketFilters } from '../tickets/filters/useTicketFilters.js';
import { insteadOfList } from '../tickets/lists/listStates.js';
import { useNextPage } from '../tickets/lists/useNextPage.js';
import { countTickets, parseTicketNumber } from '../tickets/vocabulary.js';
import { ColumnsMenu } from './ColumnsMenu.js';
import { DeleteSelected } from './DeleteSelected.js';
import { ExportLink } from './ExportLink.js';
import { ImportButton } from './import/ImportButton.js';
import { ImportStrip } from './import/ImportStrip.js';
import { ManageTable } from './ManageTable.js';
import { useTableWork } from './useTableWork.js';

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
/** The table is asked for at most so often, however much changes. */
const REFRESH_MS = 1_000;

/** The administration table: everything about many tickets at once, in and out by the file. */
export function ManagePage() {
  const { filters, variables, change } = useTicketFilters();
  const { data, previousData, error, fetchMore, refetch } = useQuery(ManagePageDocument, {
    variables: { ...variables, first: PAGE },
    fetchPolicy: 'cache-and-network',
    pollInterval: usePollInterval(POLL_MS),
    skipPollAttempt: () => document.hidden,
  });
  useRefetchOnChange(refetch, { everyMs: REFRESH_MS });
  const shown = (data ?? previousData)?.tickets;
  const tickets = useMemo(() => shown?.edges.map(({ node }) => node) ?? [], [shown]);
  const searchRef = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const fetchAfter = (after: string) => fetchMore({ variables: { after } });
  const onNearEnd = useNextPage(shown?.pageInfo, fetchAfter);
  const total = shown?.totalCount ?? null;
  const list = { tickets, total, pageInfo: shown?.pageInfo, fetchAfter };
  const { table, bulk, deleteSelected } = useTableWork(list, searchRef);
  return (
    <>
      <PageBar title="Manage" count={total !== null && countTickets(total)}>
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
      {insteadOfList({
        loaded: shown !== undefined,
        error: shown ? null : error,
        isEmpty: tickets.length === 0,
        filters,
        onChange: change,
        onRetry: () => void refetch(),
      }) ?? (
        <ManageTable
          {...table}
          tickets={tickets}
          total={total}
          listKey={variables}
          order={filters.order}
          onOrder={(order) => change({ order })}
          onNearEnd={onNearEnd}
        />
      )}
      <BulkBar {...bulk}>
        <DeleteSelected count={bulk.count} onDelete={deleteSelected} />
      </BulkBar>
    </>
  );
}
