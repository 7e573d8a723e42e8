import { Bell as BellGlyph } from 'lucide-react';
import { Link, useLocation } from 'react-router';
import { unreadCountStore, unreadText } from '../frame/unreadCount.js';
import { buttonClass } from '../ui/controls/Button.js';
import { cx } from '../ui/cx.js';
import { useStore } from '../ui/store.js';

export const notificationsPath = '/notifications';

const bellName = (unread: number) => (unread > 0 ? `Notifications, ${unreadText(unread)} unread` : 'Notifications');

/** Leads to what waits for the one who looks, and says how much. */
export function Bell() {
  const unread = useStore(unreadCountStore);
  const isHere = useLocation().pathname === notificationsPath;
  return (
    <Link
      to={notificationsPath}
      aria-label={bellName(unread)}
      title={bellName(unread)}
      aria-current={isHere ? 'page' : undefined}
      className={cx(buttonClass({ tone: 'ghost', size: 'sm' }), 'relative size-7 px-0! max-side:size-9')}
    >
      <BellGlyph size={16} strokeWidth={1.5} aria-hidden />
      <UnreadBadge count={unread} className="absolute -top-1 -right-1" />
    </Link>
  );
}

/** How much is unread; nothing where nothing is. The name of what it stands on says it, too. */
export function UnreadBadge({ count, className }: { count: number; className?: string }) {
  if (count === 0) return null;
  return (
    <span
      aria-hidden
      className={cx(
        'digits grid h-4 min-w-4 place-items-center rounded-full bg-accent px-1 text-[10px] leading-none font-semibold text-on-accent',
        className,
      )}
    >
      {unreadText(count)}
    </span>
  );
}

/** Said once, politely, when something comes in. */
export function UnreadAnnouncement() {
  const unread = useStore(unreadCountStore);
  return (
    <span role="status" className="sr-only">
      {unread > 0 ? `${unreadText(unread)} unread ${unread === 1 ? 'notification' : 'notifications'}` : ''}
    </span>
  );
}
