/** What each filter is called, the values it offers, and how a value looks. The chips and the "add filter" menu share it. */
import type { ReactNode } from 'react';
import type { SuggestionOutcome, TriageSource, WaitingOn } from '../../gql/graphql.js';
import { formatDay, formatMoment } from '../../time/time.js';
import { type Property, properties } from '../properties.js';
import type { FilterName, RecentDays, Rest, TicketFilters } from './ticketFilters.js';

export const filterNames = {
  search: 'Search',
  status: 'Status',
  priority: 'Priority',
  category: 'Category',
  created: 'Created',
  resolved: 'Resolved',
  source: 'Triage source',
  outcome: 'Triage outcome',
  suggestion: 'Suggestion',
  assignee: 'Assignee',
  team: 'Team',
  waiting: 'Waiting on',
  snoozed: 'Snoozed',
} as const satisfies Record<FilterName, string>;

/** In a sentence. */
export const filterNouns = {
  search: 'search',
  status: 'status',
  priority: 'priority',
  category: 'category',
  created: 'creation date',
  resolved: 'resolution date',
  source: 'triage source',
  outcome: 'triage outcome',
  suggestion: 'kind of suggestion',
  assignee: 'assignee',
  team: 'team',
  waiting: 'whose turn it is',
  snoozed: 'snooze',
} as const satisfies Record<FilterName, string>;

export type ListFilter = 'status' | 'priority' | 'category' | 'source' | 'outcome' | 'waiting' | 'snoozed';

interface Choice {
  value: string;
  name: string;
  icon: ReactNode;
}

export const sourceNames = {
  MODEL: 'Language model',
  CACHE: 'Model, remembered',
  LOCAL: 'Local classifier',
  DEFAULT: 'Default',
} as const satisfies Record<TriageSource, string>;

export const outcomeNames = {
  PENDING: 'Awaits a person',
  KEPT: 'Not reviewed',
  CONFIRMED: 'Confirmed',
  OVERRIDDEN: 'Overridden',
} as const satisfies Record<SuggestionOutcome, string>;

export const turnNames = {
  TEAM: 'Us',
  REQUESTER: 'Them',
  NOBODY: 'Nobody',
} as const satisfies Record<WaitingOn, string>;

const restNames = { YES: 'Yes', NO: 'No' } as const satisfies Record<Rest, string>;

function choicesOf<P extends Property>(property: P): Choice[] {
  const { values, names, glyph } = properties[property];
  return values.map((value) => ({ value, name: names[value], icon: glyph(value, 14) }));
}

function named(names: Record<string, string>): Choice[] {
  return Object.entries(names).map(([value, name]) => ({ value, name, icon: null }));
}

export const filterChoices = {
  status: choicesOf('status'),
  priority: choicesOf('priority'),
  category: choicesOf('category'),
  source: named(sourceNames),
  outcome: named(outcomeNames),
  waiting: named(turnNames),
  snoozed: named(restNames),
} satisfies Record<ListFilter, Choice[]>;

export const recentNames = {
  1: 'Today',
  7: 'Last 7 days',
  30: 'Last 30 days',
  90: 'Last 90 days',
} as const satisfies Record<RecentDays, string>;

/** A range of instants as people would say it: whole days without their midnights. */
export function describeRange(range: Exclude<TicketFilters['created'], number>, timeZone: string): string {
  if (!range) return 'Any time';
  const { from, to } = range;
  if (from && to) {
    const lastMoment = new Date(Date.parse(to) - 1);
    const [first, last] = [formatDay(from, timeZone), formatDay(lastMoment, timeZone)];
    return first === last ? first : `${first} to ${last}`;
  }
  return from ? `Since ${formatMoment(from, timeZone)}` : `Before ${formatMoment(to ?? '', timeZone)}`;
}
