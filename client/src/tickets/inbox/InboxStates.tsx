/** What stands in place of the list: nothing yet, nothing that matches, not loaded yet, not loadable. */
import { Inbox, ListFilter, Plus, TriangleAlert } from 'lucide-react';
import { Link } from 'react-router';
import { FailureDetails } from '../../shell/FailureDetails.js';
import { Button, buttonClass } from '../../ui/Button.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Bone, useSlow } from '../../ui/Skeleton.js';
import { filterNames } from '../filters/filterChoices.js';
import { activeFilters, noFilters, type TicketFilters } from '../filters/ticketFilters.js';
import { SAMPLE_COUNT, useAddSampleTickets } from './useAddSampleTickets.js';

export function FirstRun() {
  const { addSamples, adding } = useAddSampleTickets();
  return (
    <EmptyState
      icon={Inbox}
      title="No tickets yet"
      role="status"
      actions={
        <>
          <Link to="/new" data-tone="primary" className={buttonClass({ tone: 'primary' })}>
            <Plus size={16} strokeWidth={1.5} aria-hidden />
            New ticket
          </Link>
          <Button disabled={adding} onClick={() => void addSamples()}>
            {adding ? 'Adding samples…' : `Add ${SAMPLE_COUNT} samples`}
          </Button>
        </>
      }
    >
      Submit the first one, or fill the desk with sample data to look around.
    </EmptyState>
  );
}

interface NoMatchProps {
  filters: TicketFilters;
  onChange: (changes: Partial<TicketFilters>) => void;
}

export function NoMatch({ filters, onChange }: NoMatchProps) {
  const active = activeFilters(filters);
  return (
    <EmptyState
      icon={ListFilter}
      title={
        active.length === 1
          ? 'Nothing matches'
          : active.length === 2
            ? 'Nothing matches both'
            : 'Nothing matches all of them'
      }
      role="status"
      actions={
        <>
          <Button keys="shift+Escape" onClick={() => onChange({ ...noFilters, order: filters.order })}>
            Clear filters
          </Button>
          {active.length > 1 &&
            active.map((name) => (
              <Button key={name} tone="ghost" onClick={() => onChange({ [name]: noFilters[name] })}>
                Drop {filterNames[name].toLowerCase()} only
              </Button>
            ))}
        </>
      }
    >
      {describeMiss(filters)}
    </EmptyState>
  );
}

function describeMiss(filters: TicketFilters): string {
  const [search, isAlone] = [filters.search.trim(), activeFilters(filters).length === 1];
  if (search) return isAlone ? `No ticket contains “${search}”.` : `No ticket with these filters contains “${search}”.`;
  return isAlone ? 'No ticket fits this filter.' : 'No ticket fits all of these filters.';
}

const boneWidths = ['w-3/5', 'w-1/2', 'w-2/3', 'w-2/5', 'w-7/12', 'w-8/12', 'w-5/12', 'w-1/2'];

/** Rows of the exact height the list will have, so that nothing moves when it comes. */
export function ListSkeleton() {
  const slow = useSlow(true);
  return (
    <div className="flex-1 overflow-hidden" role="status">
      <span className="sr-only">Loading tickets</span>
      {slow &&
        boneWidths.concat(boneWidths).map((width, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: bones never move.
          <div key={index} className="flex h-11 items-center gap-3 border-b border-hair px-4 max-rail:h-16">
            <Bone className="size-3.5" />
            <Bone className="w-10 max-rail:hidden" />
            <Bone className={width} />
          </div>
        ))}
    </div>
  );
}

export function ListFailure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <EmptyState icon={TriangleAlert} title="The list could not be loaded" role="alert">
      Your filters are kept and nothing was changed.
      <FailureDetails error={error} onRetry={onRetry} />
    </EmptyState>
  );
}
