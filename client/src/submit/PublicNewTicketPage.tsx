import { useState } from 'react';
import { EntryCard } from '../session/EntryForm.js';
import { EntryLink } from '../session/EntryLink.js';
import { Button } from '../ui/controls/Button.js';
import { TicketForm } from './TicketForm.js';

/** The form for people who are not on the team: no sidebar, nothing of the desk. */
export function PublicNewTicketPage() {
  const [round, setRound] = useState(0);
  const [submitted, setSubmitted] = useState<number | null>(null);
  if (submitted !== null)
    return (
      <EntryCard title="We have your request" lead="The team reads it next.">
        <Button className="mt-5" onClick={() => setSubmitted(null)}>
          Write another
        </Button>
      </EntryCard>
    );
  return (
    <EntryCard title="How can we help?" lead="Describe it in your own words.">
      <div className="mt-5">
        <TicketForm
          key={round}
          onDone={(number) => {
            setRound(round + 1);
            setSubmitted(number);
          }}
        />
      </div>
      <p className="mt-4 text-12">
        <EntryLink to="/sign-in">Sign in to the desk</EntryLink>
      </p>
    </EntryCard>
  );
}
