import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { memo } from 'react';
import { gql } from '../../apollo/gql.js';
import { TicketRow_TicketFragmentDoc } from '../../gql/graphql.js';
import { AssigneeButton } from '../../people/AssigneeButton.js';
import { useSession } from '../../session/session.js';
import { Checkbox } from '../../ui/controls/Checkbox.js';
import { cx } from '../../ui/cx.js';
import { isSameRow } from '../isSameRow.js';
import type { Property } from '../properties.js';
import type { ListActions } from './listActions.js';
import { CategoryCell, Cell, NextStep, PriorityCell, StatusCell } from './TicketRowCells.js';
import { NarrowLine, WordsCell } from './TicketRowWords.js';
import { TurnCell } from './TurnCell.js';
import { useIsUnread } from './useIsUnread.js';

gql`
  fragment TicketRow_ticket on Ticket {
    id
    number
    title
    preview
    category
    priority
    status
    createdAt
    assignee {
      id
      displayName
    }
    messageCount
    waitingOn
    waitingSince
    isSnoozed
    snoozedUntil
    requester {
      id
      displayName
    }
    ...useUpdateTicket_ticket
  }
`;

export interface TicketRowProps {
  ticket: FragmentType<typeof TicketRow_TicketFragmentDoc> & { id: string };
  href: string;
  search: string;
  isCursor: boolean;
  isSelected: boolean;
  /** Narrow rows have a checkbox, in the place of the priority, only while tickets are being chosen. */
  isChoosing: boolean;
  menu: Property | null;
  actions: ListActions;
}

/**
 * One ticket of the list. It reads its own fields from the cache, so a change of one ticket draws this row again and no other.
 */
export const TicketRow = memo(function TicketRow({
  ticket: reference,
  href,
  search,
  isCursor,
  isSelected,
  isChoosing,
  menu,
  actions,
}: TicketRowProps) {
  const { data: ticket, complete } = useFragment({
    fragment: TicketRow_TicketFragmentDoc,
    fragmentName: 'TicketRow_ticket',
    from: reference,
  });
  const isUnread = useIsUnread(reference.id);
  const showsPeople = useSession().user !== null;
  if (!complete) return null;
  return (
    <div
      className={cx(
        'group relative grid h-11 items-center gap-x-2.5 border-b border-hair pr-4 pl-3',
        showsPeople
          ? 'grid-cols-[14px_16px_46px_16px_minmax(0,1fr)_auto_84px_24px_52px]'
          : 'grid-cols-[14px_16px_46px_16px_minmax(0,1fr)_auto_84px_52px]',
        'max-rail:h-16 max-rail:grid-cols-[18px_minmax(0,1fr)_18px] max-rail:content-center max-rail:gap-y-0.5 max-rail:px-4',
        isCursor || isSelected ? 'bg-selected' : 'mouse:hover:bg-hover',
        isCursor && 'before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent',
      )}
    >
      <Cell className={isChoosing ? 'max-rail:row-span-2' : 'max-rail:hidden'}>
        <Checkbox
          label={`Select T-${ticket.number}`}
          checked={isSelected}
          tabIndex={-1}
          className={cx(
            !isCursor &&
              !isSelected &&
              !isChoosing &&
              'mouse:opacity-0 mouse:group-hover:opacity-100 has-focus-visible:opacity-100',
          )}
          onChange={(_, range) => actions.select(ticket.id, range)}
        />
      </Cell>
      <Cell className={cx(isChoosing && 'max-rail:hidden')}>
        <PriorityCell ticket={ticket} open={menu === 'priority'} actions={actions} />
      </Cell>
      <Cell className="text-12 whitespace-nowrap text-meta max-rail:hidden">
        T-<span className="digits">{ticket.number}</span>
      </Cell>
      <Cell className="max-rail:order-last max-rail:row-span-2">
        <StatusCell ticket={ticket} open={menu === 'status'} actions={actions} />
      </Cell>
      <WordsCell {...{ ticket, href, search, isCursor, isUnread }} onOpen={(number) => actions.open(number)} />
      <NextStep ticket={ticket} actions={actions} />
      <CategoryCell ticket={ticket} open={menu === 'category'} actions={actions} />
      {showsPeople && (
        <Cell className="relative z-1 max-rail:hidden">
          <AssigneeButton ticket={ticket} tabIndex={-1} />
        </Cell>
      )}
      <Cell className="text-right text-12 whitespace-nowrap text-meta max-rail:hidden">
        <TurnCell ticket={ticket} />
      </Cell>
      <NarrowLine ticket={ticket} />
    </div>
  );
}, isSameRow);
