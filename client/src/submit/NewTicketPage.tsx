import { Check } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { PageBar } from '../frame/PageBar.js';
import { useShortcuts } from '../keyboard/useShortcuts.js';
import { Button, buttonClass } from '../ui/controls/Button.js';
import { EmptyState } from '../ui/feedback/EmptyState.js';
import { useStore } from '../ui/store.js';
import { useNarrow } from '../ui/useMediaQuery.js';
import { isEmpty, ticketDraft } from './draft.js';
import { RequestAddress } from './Receipt.js';
import { TicketForm } from './TicketForm.js';
import type { Submitted } from './useCreateTicket.js';

/** The form as a page with an address. It reads nothing from the server, so it has no query. */
export function NewTicketPage() {
  const [round, setRound] = useState(0);
  const [submitted, setSubmitted] = useState<Submitted | null>(null);
  const narrow = useNarrow();
  const navigate = useNavigate();
  useShortcuts([{ keys: 'Escape', label: 'close, draft is kept', hint: true, run: () => void navigate('/') }]);
  const done = (ticket: Submitted | null) => {
    setRound(round + 1);
    setSubmitted(ticket);
  };
  return (
    <>
      <PageBar title="New ticket">
        <DraftState />
      </PageBar>
      <div className="min-h-0 grow overflow-y-auto">
        <div className="mx-auto flex min-h-full max-w-[640px] flex-col pt-8 pb-10 max-rail:px-4 max-rail:pt-4 max-rail:pb-0">
          {narrow && submitted !== null ? (
            <Receipt submitted={submitted} onAgain={() => setSubmitted(null)} />
          ) : (
            <>
              <h2 className="text-20 font-semibold tracking-[-0.018em] max-rail:hidden">How can we help?</h2>
              <p className="mt-0.5 mb-5 text-pretty text-meta">
                Describe it in your own words. Category and priority are suggested as you type.
              </p>
              <TicketForm key={round} onDone={done} />
              {submitted?.requestUrl && <RequestAddress address={submitted.requestUrl} requestOf={submitted.number} />}
            </>
          )}
        </div>
      </div>
    </>
  );
}

/** On a phone nothing else in sight says that the ticket arrived. */
function Receipt({ submitted: { number, requestUrl }, onAgain }: { submitted: Submitted; onAgain: () => void }) {
  return (
    <EmptyState
      icon={Check}
      title={`T-${number} was submitted`}
      role="status"
      actions={
        <>
          <Link to={`/tickets/${number}`} data-tone="primary" className={buttonClass({ tone: 'primary' })}>
            {`Open T-${number}`}
          </Link>
          <Button onClick={onAgain}>Write another</Button>
        </>
      }
    >
      Keep the number: it finds the ticket again.
      {requestUrl && <RequestAddress address={requestUrl} requestOf={number} />}
    </EmptyState>
  );
}

function DraftState() {
  const draft = useStore(ticketDraft);
  if (isEmpty(draft)) return null;
  return (
    <span className="flex items-center gap-1.5 text-12 text-meta">
      <Check size={14} strokeWidth={1.5} aria-hidden />
      Draft saved
    </span>
  );
}
