import {
  BookOpen,
  ChartNoAxesColumn,
  CodeXml,
  Contact,
  Inbox,
  type LucideIcon,
  Split,
  TableProperties,
} from 'lucide-react';
import { apiUrl } from '../apollo/apiUrl.js';

interface Destination {
  to: string;
  label: string;
  icon: LucideIcon;
  keys: string;
}

export const dashboardPlace: Destination = {
  to: '/dashboard',
  label: 'Dashboard',
  icon: ChartNoAxesColumn,
  keys: 'g d',
};

export const managePlace: Destination = { to: '/manage', label: 'Manage', icon: TableProperties, keys: 'g m' };

/** The places of the desk, in the order of the sidebar, the tab bar and the palette. */
export const destinations: readonly Destination[] = [
  { to: '/', label: 'Inbox', icon: Inbox, keys: 'g i' },
  { to: '/triage', label: 'Triage', icon: Split, keys: 'g t' },
  dashboardPlace,
  managePlace,
];

/** Where people go less often: by the palette, by key, and under More on a phone. */
export const requestersPlace: Destination = { to: '/requesters', label: 'Requesters', icon: Contact, keys: 'g r' };

/** Pages of the API's own, outside the app: plain links. */
export const references = [
  { href: `${apiUrl}/graphiql`, label: 'GraphQL explorer', icon: CodeXml },
  { href: `${apiUrl}/api/docs`, label: 'REST reference', icon: BookOpen },
] as const;
