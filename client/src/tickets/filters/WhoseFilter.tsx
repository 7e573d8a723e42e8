import { Suspense } from 'react';
import { lazyPart } from '../../ui/lazyPart.js';
import { PartBoundary } from '../../ui/PartBoundary.js';
import type { TicketFilters } from './ticketFilters.js';

const WhosePage = lazyPart(async () => (await import('../../people/WhosePage.js')).WhosePage);
const PersonNamePage = lazyPart(async () => (await import('../../people/PersonNamePage.js')).PersonNamePage);

interface WhoseDialogProps {
  onChange: (changes: Partial<TicketFilters>) => void;
  onClose: () => void;
}

/** Asks for the person or team whose tickets are to be shown. */
export function WhoseDialog({ onChange, onClose }: WhoseDialogProps) {
  return (
    <PartBoundary fallback={null} onFail={onClose}>
      <Suspense fallback={null}>
        <WhosePage
          title="Show the tickets of"
          onClose={onClose}
          onChoose={(whose) =>
            onChange('teamId' in whose ? { team: whose.teamId ?? '' } : { assignee: whose.assigneeId ?? 'none' })
          }
        />
      </Suspense>
    </PartBoundary>
  );
}

const someone = 'One person';

/** Whose the tickets are, as the filter has it: `me`, `none` or an id. */
export function PersonName({ id }: { id: string }) {
  if (id === 'me') return 'You';
  if (id === 'none') return 'Nobody';
  return (
    <PartBoundary fallback={someone}>
      <Suspense fallback={someone}>
        <PersonNamePage id={id} />
      </Suspense>
    </PartBoundary>
  );
}
