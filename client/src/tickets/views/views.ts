/** Named views: a filtered inbox under a name, kept in this browser. The query is the address of the inbox, as a link would be. */
import { createPreference } from '../../ui/preference.js';
import { atWork, toSearchParams } from '../filters/ticketFilters.js';
import { statuses } from '../vocabulary.js';

export interface View {
  name: string;
  query: string;
  /** Where the server keeps it. */
  id?: string;
  /** Whether whoever looks may change it; absent where the browser keeps it. */
  canEdit?: boolean;
}

/** Open and in progress together, without what rests. */
export const unfinishedQuery = toSearchParams(atWork).toString();

export const snoozedTickets: View = { name: 'Snoozed', query: toSearchParams({ snoozed: ['YES'] }).toString() };

/** Every status: the inbox alone shows what is unfinished. */
export const allTickets: View = { name: 'All tickets', query: toSearchParams({ status: statuses }).toString() };

const firstViews: View[] = [
  {
    name: 'Urgent and untouched',
    query: toSearchParams({ status: ['OPEN'], priority: ['CRITICAL', 'HIGH'], snoozed: ['NO'] }).toString(),
  },
  {
    name: 'Waiting on us',
    query: toSearchParams({
      waiting: ['TEAM'],
      snoozed: ['NO'],
      order: { field: 'WAITING_SINCE', direction: 'ASC' },
    }).toString(),
  },
  { name: 'Waiting on them', query: toSearchParams({ waiting: ['REQUESTER'] }).toString() },
  {
    name: 'Money questions',
    query: toSearchParams({ ...atWork, category: ['BILLING'] }).toString(),
  },
  { name: 'Triage overridden', query: toSearchParams({ outcome: ['OVERRIDDEN'] }).toString() },
];

export const viewsPreference = createPreference<readonly View[]>('views', (stored) =>
  Array.isArray(stored) ? stored.filter(isView) : firstViews,
);

/** What the person saved here; the views that every browser begins with are not theirs. */
export function storedViews(): readonly View[] {
  const views = viewsPreference.read();
  return views === firstViews ? [] : views;
}

function isView(value: unknown): value is View {
  const view = value as Partial<View> | null;
  return typeof view?.name === 'string' && typeof view.query === 'string';
}

/** A view of the same name is replaced: saving again is how a view is changed. */
export function saveView(view: View): void {
  const others = viewsPreference.read().filter(({ name }) => name !== view.name);
  viewsPreference.write([...others, view]);
}

export function removeView(name: string): void {
  viewsPreference.write(viewsPreference.read().filter((view) => view.name !== name));
}
