import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import {
  Bell,
  BellOff,
  ChevronDown,
  ChevronLeft,
  ChevronUp,
  Columns2,
  Copy,
  Ellipsis,
  Link as LinkIcon,
  Maximize2,
  Merge,
  Pencil,
  Siren,
  Trash2,
  X,
} from 'lucide-react';
import { useState } from 'react';
import { gql } from '../../apollo/gql.js';
import { TicketBar_TicketFragmentDoc } from '../../gql/graphql.js';
import { useShortcuts } from '../../keyboard/useShortcuts.js';
import { useTicketSubscription } from '../../notifications/useTicketSubscription.js';
import { useSession } from '../../session/session.js';
import { formatNumber } from '../../time/time.js';
import { Button, IconButton } from '../../ui/controls/Button.js';
import { copyText } from '../../ui/copyText.js';
import { ConfirmDialog } from '../../ui/overlays/Dialog.js';
import { Menu } from '../../ui/overlays/Menu.js';
import { MenuItem } from '../../ui/overlays/MenuItems.js';
import { useDeleteTicket } from '../changes/useDeleteTicket.js';
import { SnoozeButton } from '../snooze/SnoozeButton.js';
import type { TicketFrame } from './ticketFrame.js';

gql`
  fragment TicketBar_ticket on Ticket {
    id
    number
    title
    viewerSubscription
    ...SnoozeButton_ticket
  }
`;

interface TicketBarProps {
  ticket: FragmentType<typeof TicketBar_TicketFragmentDoc>;
  frame: TicketFrame;
  onEdit: () => void;
  /** Null where it is merged already. */
  onMerge: (() => void) | null;
  /** Null where it is merged, or part of an incident already. */
  onIncident: (() => void) | null;
  /** Whether keys are this ticket's. */
  hasKeys: boolean;
}

const glyph = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** The ticket's number with ways to copy it, its place in the list, and what is rarely needed. */
export function TicketBar({ ticket: reference, frame, onEdit, onMerge, onIncident, hasKeys }: TicketBarProps) {
  const { data: ticket, complete } = useFragment({
    fragment: TicketBar_TicketFragmentDoc,
    fragmentName: 'TicketBar_ticket',
    from: reference,
  });
  const { user } = useSession();
  const subscribe = useTicketSubscription();
  const follow = user && complete ? () => void subscribe(ticket.id, 'SUBSCRIBED') : null;
  const mute = user && complete ? () => void subscribe(ticket.id, 'UNSUBSCRIBED') : null;
  useShortcuts(
    hasKeys && follow && mute
      ? [
          { keys: 'f', label: 'follow', run: follow },
          { keys: 'shift+f', label: 'mute', run: mute },
        ]
      : [],
  );
  const deleteTicket = useDeleteTicket();
  const [asking, setAsking] = useState(false);
  if (!complete) return null;
  const name = `T-${ticket.number}`;
  const isPanel = frame.variant === 'panel';
  const remove = async () => {
    if ((await deleteTicket(ticket)) && !frame.step(1)) frame.close();
  };
  return (
    <header className="flex h-11 flex-none items-center gap-1 border-b border-hair px-4 max-rail:h-13 max-rail:px-2">
      {!isPanel && (
        <IconButton label="Back to inbox" icon={<ChevronLeft {...glyph} />} className="-ml-2" onClick={frame.close} />
      )}
      {!isPanel && <span className="text-meta max-rail:hidden">Inbox /</span>}
      <span className={isPanel ? 'text-meta' : 'font-medium'}>
        T-<span className="digits">{ticket.number}</span>
      </span>
      <IconButton label="Copy number" icon={<Copy {...glyph} size={14} />} onClick={() => void copyText(name, name)} />
      <IconButton
        label="Copy link"
        icon={<LinkIcon {...glyph} size={14} />}
        onClick={() => void copyText(`${window.location.origin}/tickets/${ticket.number}`, 'Link')}
      />
      <span className="grow" />
      <Button tone="ghost" size="sm" onClick={onEdit}>
        <Pencil {...glyph} size={14} />
        Edit
      </Button>
      <SnoozeButton ticket={ticket} enabled={hasKeys} />
      {!isPanel && <Place frame={frame} />}
      <Menu
        label="More actions"
        align="end"
        trigger={<IconButton label="More actions" icon={<Ellipsis {...glyph} />} />}
      >
        {onMerge && (
          <MenuItem icon={<Merge {...glyph} />} onSelect={onMerge}>
            Duplicate of…
          </MenuItem>
        )}
        {onIncident && (
          <MenuItem icon={<Siren {...glyph} />} onSelect={onIncident}>
            Add to an incident…
          </MenuItem>
        )}
        {follow && ticket.viewerSubscription !== 'SUBSCRIBED' && (
          <MenuItem icon={<Bell {...glyph} />} onSelect={follow}>
            Follow
          </MenuItem>
        )}
        {mute && ticket.viewerSubscription !== 'UNSUBSCRIBED' && (
          <MenuItem icon={<BellOff {...glyph} />} onSelect={mute}>
            Mute
          </MenuItem>
        )}
        <MenuItem tone="danger" icon={<Trash2 {...glyph} />} onSelect={() => setAsking(true)}>
          Delete
        </MenuItem>
      </Menu>
      {frame.toggleVariant && (
        <IconButton
          label={isPanel ? 'Open as a page' : 'Open beside the list'}
          icon={isPanel ? <Maximize2 {...glyph} size={14} /> : <Columns2 {...glyph} size={14} />}
          onClick={frame.toggleVariant}
        />
      )}
      {isPanel && <IconButton label="Close" icon={<X {...glyph} />} onClick={frame.close} />}
      <ConfirmDialog
        title={`Delete ${name}?`}
        description={
          <>
            “<bdi>{ticket.title}</bdi>” will be deleted. This cannot be undone. Its history is kept.
          </>
        }
        keepLabel="Keep"
        confirmLabel="Delete"
        confirmIcon={<Trash2 {...glyph} />}
        open={asking}
        onOpenChange={setAsking}
        onConfirm={() => void remove()}
      />
    </header>
  );
}

function Place({ frame }: { frame: TicketFrame }) {
  if (frame.index === null) return null;
  return (
    <span className="flex items-center gap-1 border-l border-line pl-2 text-meta max-rail:hidden">
      <span className="digits mr-1">
        {frame.total === null
          ? formatNumber(frame.index + 1)
          : `${formatNumber(frame.index + 1)} of ${formatNumber(frame.total)}`}
      </span>
      <IconButton label="Next ticket" icon={<ChevronDown {...glyph} />} onClick={() => void frame.step(1)} />
      <IconButton label="Previous ticket" icon={<ChevronUp {...glyph} />} onClick={() => void frame.step(-1)} />
    </span>
  );
}
