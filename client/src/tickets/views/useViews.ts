import { createContext, use } from 'react';
import { useSession } from '../../session/session.js';
import { usePreference } from '../../ui/preference.js';
import { allTickets, snoozedTickets, unfinishedQuery, type View, viewsPreference } from './views.js';

interface SharedViews {
  views: readonly View[];
  teams: readonly View[];
}

/** What the server keeps for the person who is signed in; null for people without an account, whose browser keeps it. */
export const SharedViewsContext = createContext<SharedViews | null>(null);

const work: readonly View[] = [
  { name: 'Mine', query: `assignee=me&${unfinishedQuery}` },
  { name: 'Unassigned', query: `assignee=none&${unfinishedQuery}` },
  snoozedTickets,
  allTickets,
];
const nameless: readonly View[] = [snoozedTickets, allTickets];
const none: readonly View[] = [];

/** The views of the sidebar by group. */
export function useViews() {
  const shared = use(SharedViewsContext);
  const own = usePreference(viewsPreference);
  const { user } = useSession();
  return {
    work: user ? work : nameless,
    teams: shared?.teams ?? none,
    views: user ? (shared?.views ?? none) : own,
  };
}
