import { createStore } from '../ui/store.js';

/** How many notifications are unread, counted up to 100: the tab says it on every page. */
export const unreadCountStore = createStore(0);

/** "99+" is the most that a badge or a tab says. */
export const unreadText = (count: number) => (count > 99 ? '99+' : String(count));
