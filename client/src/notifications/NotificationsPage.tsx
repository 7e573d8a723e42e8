import { useQuery } from '@apollo/client/react';
import { Bell } from 'lucide-react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { Link, useSearchParams } from 'react-router';
import { gql } from '../apollo/gql.js';
import { usePollInterval } from '../apollo/useLiveQuery.js';
import { FailureDetails } from '../frame/FailureDetails.js';
import { PageBar } from '../frame/PageBar.js';
import { unreadCountStore, unreadText } from '../frame/unreadCount.js';
import { NotificationsPageDocument } from '../gql/graphql.js';
import { useShortcuts } from '../keyboard/useShortcuts.js';
import { useSession } from '../session/session.js';
import { Button, buttonClass } from '../ui/controls/Button.js';
import { EmptyState } from '../ui/feedback/EmptyState.js';
import { useStore } from '../ui/store.js';
import { NotificationLine } from './NotificationLine.js';
import { arrivalsStore } from './useFollowNotifications.js';
import { useMarkNotificationsRead } from './useMarkNotificationsRead.js';

gql`
  query NotificationsPage($unread: Boolean, $after: String) {
    viewer {
      notifications(first: 50, unread: $unread, after: $after) {
        edges {
          cursor
          node {
            id
            ...NotificationLine_notification
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`;

const POLL_MS = 15_000;

/** What waits for the one who looks, newest first. The page and the filter stand in the address. */
export function NotificationsPage() {
  const { user } = useSession();
  const [params, setParams] = useSearchParams();
  const list = useRef<HTMLUListElement>(null);
  const unreadCount = useStore(unreadCountStore);
  const arrivals = useStore(arrivalsStore);
  const markRead = useMarkNotificationsRead();
  const onlyUnread = params.get('unread') === '1';
  const after = params.get('after');
  const { data, previousData, error, refetch } = useQuery(NotificationsPageDocument, {
    variables: { unread: onlyUnread || null, after },
    fetchPolicy: 'cache-and-network',
    skip: user === null,
    pollInterval: usePollInterval(POLL_MS),
  });
  const { edges, pageInfo } = (data ?? previousData)?.viewer.notifications ?? {};
  const ask = useEffectEvent(() => void refetch().catch(() => undefined));
  useEffect(() => {
    if (arrivals > 0) ask();
  }, [arrivals]);

  const links = () => [...(list.current?.querySelectorAll('a') ?? [])];
  const current = () => links().find((link) => link === document.activeElement)?.dataset.notification;
  const move = (step: number) => {
    const all = links();
    const at = all.indexOf(document.activeElement as HTMLAnchorElement);
    all[at < 0 ? 0 : Math.max(0, Math.min(at + step, all.length - 1))]?.focus();
  };
  const markAll = () => void markRead({ all: true });
  const markCurrent = () => {
    const id = current();
    if (id) void markRead({ ids: [id] });
  };
  useShortcuts([
    { keys: 'j', label: 'next notification', hint: true, keyboardOnly: true, run: () => move(1) },
    { keys: 'k', label: 'previous notification', hint: true, keyboardOnly: true, run: () => move(-1) },
    { keys: 'u', label: 'mark as read', hint: true, keyboardOnly: true, run: markCurrent },
    { keys: 'shift+u', label: 'mark all as read', hint: true, run: markAll },
  ]);
  const to = (changed: Record<string, string | null>) => {
    const next = { ...(onlyUnread && { unread: '1' }), ...changed };
    return new URLSearchParams(Object.entries(next).filter((entry): entry is [string, string] => entry[1] !== null));
  };
  return (
    <>
      <PageBar
        title="Notifications"
        count={unreadCount > 0 && <span className="max-rail:hidden">{unreadText(unreadCount)} unread</span>}
      >
        <Button
          tone="ghost"
          size="sm"
          aria-pressed={onlyUnread}
          onClick={() => setParams(to({ unread: onlyUnread ? null : '1' }), { replace: true })}
        >
          {onlyUnread ? 'Show all' : 'Unread only'}
        </Button>
        <Button size="sm" disabled={unreadCount === 0} onClick={markAll}>
          Mark all read
        </Button>
      </PageBar>
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
        {user === null && (
          <EmptyState icon={Bell} title="Notifications are for people with an account" role="status">
            Once people sign in, their mentions, assignments and replies appear here.
          </EmptyState>
        )}
        {error && !edges && (
          <EmptyState icon={Bell} title="Your notifications could not be loaded" role="alert">
            <FailureDetails error={error} onRetry={() => void refetch()} />
          </EmptyState>
        )}
        {edges?.length === 0 && (
          <EmptyState icon={Bell} title={onlyUnread ? 'No unread notifications' : 'No notifications yet'} role="status">
            Mentions, assignments, and replies on tickets that you own or follow appear here.
          </EmptyState>
        )}
        {edges && edges.length > 0 && (
          <ul ref={list} aria-label="Notifications" className="mx-auto w-full max-w-[760px] py-2 max-rail:py-0">
            {edges.map(({ node }) => (
              <NotificationLine key={node.id} notification={node} onOpen={(id) => void markRead({ ids: [id] })} />
            ))}
          </ul>
        )}
        {(after || pageInfo?.hasNextPage) && (
          <nav aria-label="Pages" className="mx-auto flex w-full max-w-[760px] justify-between gap-2 px-4 py-3">
            {after ? (
              <Link to={`/notifications?${to({ after: null })}`} className={buttonClass()}>
                Newest
              </Link>
            ) : (
              <span />
            )}
            {pageInfo?.hasNextPage && (
              <Link to={`/notifications?${to({ after: pageInfo.endCursor ?? null })}`} className={buttonClass()}>
                Older
              </Link>
            )}
          </nav>
        )}
      </div>
    </>
  );
}
