/** The cells of a row that are read: the title with the beginning of the description, and on a phone a line of everything else. */
import type { MouseEvent } from 'react';
import type { TicketRow_TicketFragment } from '../../gql/graphql.js';
import { cx } from '../../ui/cx.js';
import { Highlight } from '../../ui/feedback/Highlight.js';
import { PropertyValue } from '../properties.js';
import { isFinished, markedWords } from '../vocabulary.js';
import { Cell } from './TicketRowCells.js';
import { TurnCell } from './TurnCell.js';

interface WordsCellProps {
  ticket: TicketRow_TicketFragment;
  href: string;
  search: string;
  /** The cursor row is the tab stop of the list. */
  isCursor: boolean;
  isUnread: boolean;
  onOpen: (number: number) => void;
}

/** The link covers the whole row. */
export function WordsCell({ ticket, href, search, isCursor, isUnread, onOpen }: WordsCellProps) {
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onOpen(ticket.number);
  };
  return (
    <Cell className="cut text-meta">
      {isUnread && (
        <span
          role="img"
          aria-label="Unread"
          className="absolute top-[calc(50%-3px)] left-1 size-1.5 rounded-full bg-accent"
        />
      )}
      <a
        href={href}
        dir="auto"
        tabIndex={isCursor ? 0 : -1}
        data-cursor={isCursor || undefined}
        aria-label={`T-${ticket.number} ${ticket.title}`}
        className={cx(
          'mr-2 outline-none after:absolute after:inset-0 focus-visible:after:outline-1 focus-visible:after:-outline-offset-1 focus-visible:after:outline-accent-line max-rail:text-14',
          isFinished(ticket.status) && !isUnread ? 'text-body' : 'text-strong',
          isUnread ? 'font-semibold' : !isFinished(ticket.status) && 'font-medium',
        )}
        onClick={open}
      >
        <span key={`${ticket.title} ${search}`}>
          <Highlight text={ticket.title} query={markedWords(search)} />
        </span>
      </a>
      <span className="max-rail:hidden" dir="auto">
        <Sender ticket={ticket} isUnread={isUnread} />
        <span key={`${ticket.preview} ${search}`}>
          <Highlight text={ticket.preview} query={markedWords(search)} />
        </span>
      </span>
    </Cell>
  );
}

/** Who asks, and how much was said. */
function Sender({ ticket, isUnread }: { ticket: TicketRow_TicketFragment; isUnread: boolean }) {
  const { requester, messageCount } = ticket;
  if (!requester && messageCount < 2) return null;
  return (
    <span className={cx('mr-2', isUnread ? 'text-strong' : 'text-body')}>
      {requester && <bdi>{requester.displayName}</bdi>}
      {messageCount > 1 && <span className="digits text-meta">{` ${messageCount}`}</span>}
    </span>
  );
}

export function NarrowLine({ ticket }: { ticket: TicketRow_TicketFragment }) {
  const dot = <span aria-hidden>·</span>;
  return (
    <Cell className="col-start-2 flex items-center gap-1.5 text-12 text-meta rail:hidden">
      <span>{`T-${ticket.number}`}</span>
      {dot}
      <PropertyValue property="category" value={ticket.category} size={13} />
      {dot}
      <TurnCell ticket={ticket} />
      {ticket.assignee && (
        <>
          {dot}
          <span className="cut">{ticket.assignee.displayName}</span>
        </>
      )}
    </Cell>
  );
}
