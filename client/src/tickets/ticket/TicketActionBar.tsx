import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { gql } from '../../apollo/gql.js';
import { TicketActionBar_TicketFragmentDoc } from '../../gql/graphql.js';
import { Button } from '../../ui/controls/Button.js';
import type { TicketChange } from '../changes/ticketChange.js';
import { nextSteps } from '../vocabulary.js';
import type { TicketFrame } from './ticketFrame.js';

gql`
  fragment TicketActionBar_ticket on Ticket {
    id
    status
  }
`;

interface TicketActionBarProps {
  ticket: FragmentType<typeof TicketActionBar_TicketFragmentDoc>;
  frame: TicketFrame;
  onChange: (change: TicketChange) => void;
}

/** On a phone the next step lies at the thumb, with the neighbours on both sides. */
export function TicketActionBar({ ticket: reference, frame, onChange }: TicketActionBarProps) {
  const { data: ticket, complete } = useFragment({ fragment: TicketActionBar_TicketFragmentDoc, from: reference });
  if (!complete) return null;
  const step = nextSteps[ticket.status];
  return (
    <div className="flex flex-none gap-2 border-t border-line px-4 py-2">
      <Button aria-label="Previous ticket" className="h-11! w-11" onClick={() => void frame.step(-1)}>
        <ChevronLeft size={18} strokeWidth={1.5} aria-hidden />
      </Button>
      <Button tone="primary" className="h-11! shrink grow text-14!" onClick={() => onChange({ status: step.status })}>
        {step.verb}
      </Button>
      <Button aria-label="Next ticket" className="h-11! w-11" onClick={() => void frame.step(1)}>
        <ChevronRight size={18} strokeWidth={1.5} aria-hidden />
      </Button>
    </div>
  );
}
