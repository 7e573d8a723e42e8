import { useState } from 'react';
import { EntryCard } from '../session/EntryForm.js';
import { EntryLink } from '../session/EntryLink.js';
import { Button } from '../ui/controls/Button.js';
import { OpenRequest, RequestAddress } from './Receipt.js';
import { TicketForm } from './TicketForm.js';
import type { Submitted } from './useCreateTicket.js';

/** The form for people who are not on the team: no sidebar, nothing of the desk. */
export function PublicNewTicketPage() {
  const [round, setRound] = useState(0);
  const [submitted, setSubmitted] = useState<Submitted | null>(null);
  const again = () => setSubmitted(null);
  if (submitted) {
    const { number, requestUrl } = submitted;
    return (
      <EntryCard title="We have your request" lead={number > 0 ? `It is T-${number}.` : 'The team reads it next.'}>
        {requestUrl ? (
          <>
            <RequestAddress address={requestUrl} />
            <OpenRequest address={requestUrl} onAgain={again} />
          </>
        ) : (
          <Button className="mt-5" onClick={again}>
            Send another request
          </Button>
        )}
      </EntryCard>
    );
  }
  return (
    <EntryCard title="How can we help?" lead="Describe it in your own words.">
      <div className="mt-5">
        <TicketForm
          key={round}
          onDone={(ticket) => {
            setRound(round + 1);
            setSubmitted(ticket);
          }}
        />
      </div>
      <p className="mt-4 text-12">
        <EntryLink to="/sign-in">Sign in to the desk</EntryLink>
      </p>
    </EntryCard>
  );
}
