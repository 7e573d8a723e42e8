import { ChartNoAxesColumn, Inbox, type LucideIcon, TableProperties } from 'lucide-react';

interface Destination {
  to: string;
  label: string;
  icon: LucideIcon;
  keys: string;
}

/** The places of the desk, in the order of the sidebar, the tab bar and the palette. */
export const destinations: readonly Destination[] = [
  { to: '/', label: 'Inbox', icon: Inbox, keys: 'g i' },
  { to: '/dashboard', label: 'Dashboard', icon: ChartNoAxesColumn, keys: 'g d' },
  { to: '/manage', label: 'Manage', icon: TableProperties, keys: 'g m' },
];

/** Pages of their own, outside the app: plain links. */
export const references = [
  { href: '/graphiql', label: 'GraphQL explorer' },
  { href: '/api/docs', label: 'REST reference' },
] as const;
