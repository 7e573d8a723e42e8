import { Columns2 } from 'lucide-react';
import { type RefObject, Suspense } from 'react';
import { PageBar } from '../../frame/PageBar.js';
import { formatNumber } from '../../time/time.js';
import { Button } from '../../ui/controls/Button.js';
import { lazyPart } from '../../ui/lazyPart.js';
import { PartBoundary } from '../../ui/PartBoundary.js';
import { FilterBar } from '../filters/FilterBar.js';
import { OrderMenu } from '../filters/OrderMenu.js';
import { activeFilters, type TicketFilters, toSearchParams } from '../filters/ticketFilters.js';
import { countTickets, parseTicketNumber } from '../vocabulary.js';
import type { useOpenTicket } from './useOpenTicket.js';

const SaveViewButton = lazyPart(async () => (await import('../views/SaveViewButton.js')).SaveViewButton);

interface InboxBarsProps {
  open: ReturnType<typeof useOpenTicket>;
  total: number | null;
  filters: TicketFilters;
  onChange: (changes: Partial<TicketFilters>, options?: { replace?: boolean }) => void;
  searchRef: RefObject<HTMLInputElement | null>;
  choosing: { isChoosing: boolean; toggle: () => void };
  /** From the search into the list below it. */
  onEnterList: () => void;
}

/** The two bars above the queue: what it is and how many, and what it is narrowed to. */
export function InboxBars({ open, total, filters, onChange, searchRef, choosing, onEnterList }: InboxBarsProps) {
  const leave = () => searchRef.current?.blur();
  const enter = (text: string) => {
    const number = parseTicketNumber(text);
    leave();
    if (number === null) onEnterList();
    else open.show(number);
  };
  const tabTitle = total === null ? 'Inbox' : `Inbox (${formatNumber(total)})`;
  return (
    <>
      <PageBar title="Inbox" tabTitle={open.isOpen ? null : tabTitle} count={total !== null && countTickets(total)}>
        {total !== null && total > 0 && (
          <Button tone="ghost" className="rail:hidden" onClick={choosing.toggle}>
            {choosing.isChoosing ? 'Done' : 'Select'}
          </Button>
        )}
        {open.panelFits && (
          <Button tone="ghost" size="sm" aria-pressed={open.prefersBeside} onClick={open.togglePanel}>
            <Columns2 size={14} strokeWidth={1.5} aria-hidden />
            Side panel
          </Button>
        )}
      </PageBar>
      <FilterBar
        filters={filters}
        onChange={onChange}
        searchRef={searchRef}
        onSearchEnter={enter}
        onSearchLeave={leave}
      >
        {activeFilters(filters).length > 0 && (
          <PartBoundary fallback={null}>
            <Suspense fallback={null}>
              <SaveViewButton query={toSearchParams(filters).toString()} />
            </Suspense>
          </PartBoundary>
        )}
        <OrderMenu order={filters.order} onChange={(order) => onChange({ order })} />
      </FilterBar>
    </>
  );
}
