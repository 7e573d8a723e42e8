import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Inbox, Lock, type LucideIcon, Moon, TriangleAlert } from 'lucide-react';
import { Link } from 'react-router';
import { gql } from '../apollo/gql.js';
import { NotificationLine_NotificationFragmentDoc, type NotificationReason } from '../gql/graphql.js';
import { Time } from '../time/Time.js';
import { cx } from '../ui/cx.js';
import { Avatar } from '../ui/feedback/Avatar.js';
import { isOfNote, sentenceOf } from './sentences.js';

gql`
  fragment NotificationLine_notification on Notification {
    id
    reason
    createdAt
    readAt
    excerpt
    by {
      id
      displayName
    }
    ticket {
      id
      number
      title
    }
  }
`;

interface NotificationLineProps {
  notification: FragmentType<typeof NotificationLine_NotificationFragmentDoc>;
  onOpen: (id: string) => void;
}

/** One thing that waits: who did what, on which ticket, and their words. The whole line leads there. */
export function NotificationLine({ notification: reference, onOpen }: NotificationLineProps) {
  const { data, complete } = useFragment({ fragment: NotificationLine_NotificationFragmentDoc, from: reference });
  if (!complete) return null;
  const { reason, createdAt, readAt, excerpt, by, ticket } = data;
  const isUnread = readAt === null;
  const { name, deed } = sentenceOf({ reason, by });
  return (
    <li className="border-b border-hair last:border-0">
      <Link
        to={ticket ? `/tickets/${ticket.number}` : '/notifications'}
        data-notification={data.id}
        onClick={() => onOpen(data.id)}
        className="grid grid-cols-[24px_minmax(0,1fr)_auto] items-start gap-x-3 px-4 py-3 -outline-offset-2 hover:bg-hover"
      >
        <Sign reason={reason} name={name} />
        <span className="min-w-0">
          <span className={cx('block wrap-anywhere', isUnread ? 'text-strong' : 'text-body')}>
            {name && <bdi className={isUnread ? 'font-semibold' : 'font-medium'}>{name}</bdi>}
            {name && ' '}
            <span className={isUnread && !name ? 'font-semibold' : undefined}>{deed}</span>
          </span>
          {ticket && (
            <span className="cut block text-12 text-meta">
              T-{ticket.number} <bdi>{ticket.title}</bdi>
            </span>
          )}
          {excerpt && <Words note={isOfNote({ reason })}>{excerpt}</Words>}
        </span>
        <span className="flex flex-col items-end gap-1.5 text-12 text-meta">
          <Time instant={createdAt} brief />
          {isUnread && (
            <span className="size-1.5 rounded-full bg-accent">
              <span className="sr-only">Unread</span>
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}

function Words({ note, children }: { note: boolean; children: string }) {
  return (
    <span
      dir="auto"
      className={cx(
        'mt-1 line-clamp-2 border-l-2 pl-2 text-12 wrap-anywhere text-body',
        note ? 'border-dashed border-note-line' : 'border-line',
      )}
    >
      {note && (
        <Lock
          size={11}
          strokeWidth={1.75}
          className="mr-1 inline align-[-1px] text-note-strong"
          aria-label="Internal note"
        />
      )}
      {children}
    </span>
  );
}

const signs: Partial<Record<NotificationReason, { icon: LucideIcon; className: string }>> = {
  DELIVERY_FAILED: { icon: TriangleAlert, className: 'text-danger' },
  UNASSIGNED_NEW: { icon: Inbox, className: 'text-meta' },
  SNOOZE_ENDED: { icon: Moon, className: 'text-meta' },
};

function Sign({ reason, name }: { reason: NotificationReason; name: string | null }) {
  const sign = signs[reason];
  if (!sign) return <Avatar name={name} side={reason === 'REQUESTER_REPLIED' ? 'requester' : 'team'} />;
  return (
    <span className="grid size-6 place-items-center">
      <sign.icon size={16} strokeWidth={1.5} className={sign.className} aria-hidden />
    </span>
  );
}
