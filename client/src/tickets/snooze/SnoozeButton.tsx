import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { AlarmClock } from 'lucide-react';
import { useState } from 'react';
import { gql } from '../../apollo/gql.js';
import { SnoozeButton_TicketFragmentDoc } from '../../gql/graphql.js';
import { useShortcuts } from '../../keyboard/useShortcuts.js';
import { IconButton } from '../../ui/controls/Button.js';
import { isFinished } from '../vocabulary.js';
import { SnoozeMenu } from './SnoozeMenu.js';
import { useSnoozeTickets } from './useSnoozeTickets.js';

gql`
  fragment SnoozeButton_ticket on Ticket {
    id
    status
    isSnoozed
  }
`;

interface SnoozeButtonProps {
  ticket: FragmentType<typeof SnoozeButton_TicketFragmentDoc>;
  /** Whether the key is this ticket's: not while another one is on its way, or several are selected. */
  enabled: boolean;
}

/** Lets the open ticket rest. What is finished has nothing to rest from. */
export function SnoozeButton({ ticket: reference, enabled }: SnoozeButtonProps) {
  const { data: ticket, complete } = useFragment({ fragment: SnoozeButton_TicketFragmentDoc, from: reference });
  const [open, setOpen] = useState(false);
  const snooze = useSnoozeTickets();
  const isOffered = complete && !isFinished(ticket.status);
  useShortcuts(enabled && isOffered ? [{ keys: 'h', label: 'snooze', run: () => setOpen(true) }] : []);
  if (!isOffered) return null;
  return (
    <SnoozeMenu
      open={open}
      onOpenChange={setOpen}
      align="end"
      wakes={ticket.isSnoozed}
      onChoose={(choice) => void snooze([ticket.id], choice)}
      trigger={<IconButton label="Snooze" icon={<AlarmClock size={16} strokeWidth={1.5} aria-hidden />} />}
    />
  );
}
