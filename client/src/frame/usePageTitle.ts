import { useEffect } from 'react';
import { useStore } from '../ui/store.js';
import { unreadCountStore, unreadText } from './unreadCount.js';

/** Names the browser tab after the page, and says what is unread. Null leaves the name to what is open inside the page. */
export function usePageTitle(title: string | null): void {
  const unread = useStore(unreadCountStore);
  useEffect(() => {
    if (title !== null) document.title = `${unread > 0 ? `(${unreadText(unread)}) ` : ''}${title} · Relaydesk`;
  }, [title, unread]);
}
