/**
 * What a list of tickets is narrowed to, and in which order: read from the address, written to it, and turned into the
 * variables of a query. The address uses the words of the REST interface, so that a filtered list can be shared, saved as a
 * view, linked from the dashboard, and exported with the same parameters.
 */
import type {
  AssigneeFilter,
  OrderDirection,
  SuggestionFilter,
  SuggestionOutcome,
  TicketCategory,
  TicketFilter,
  TicketOrder,
  TicketOrderField,
  TicketPriority,
  TicketStatus,
  TriageSource,
  WaitingOn,
} from '../../gql/graphql.js';
import { startOfDaysAgo } from '../../time/calendar.js';
import { categories, priorities, statuses } from '../vocabulary.js';
import { parseSuggestion, writeSuggestion } from './suggestionFilter.js';

/** Created today or within the last so many days, today included; it moves with the calendar. */
export const recentDays = [1, 7, 30, 90] as const;
export type RecentDays = (typeof recentDays)[number];

interface InstantRange {
  /** Inclusive ISO instant, or null for "since ever". */
  from: string | null;
  /** Exclusive. */
  to: string | null;
}

export interface TicketFilters {
  search: string;
  status: TicketStatus[];
  priority: TicketPriority[];
  category: TicketCategory[];
  created: RecentDays | InstantRange | null;
  resolved: InstantRange | null;
  source: TriageSource[];
  outcome: SuggestionOutcome[];
  /** More about the same suggestion. */
  suggestion: SuggestionFilter | null;
  /** `me`, `none`, or the id of a person; empty for anybody. */
  assignee: string;
  /** The id of a team; empty for any. */
  team: string;
  waiting: WaitingOn[];
  /** Whether it rests; both values, as neither, mean any. */
  snoozed: Rest[];
  order: TicketOrder;
}

/** A snoozed ticket rests. */
export type Rest = 'YES' | 'NO';

export type FilterName = Exclude<keyof TicketFilters, 'order'>;

const filterOrder: readonly FilterName[] = [
  'search',
  'status',
  'priority',
  'category',
  'waiting',
  'snoozed',
  'created',
  'resolved',
  'source',
  'outcome',
  'suggestion',
  'assignee',
  'team',
];

const newestFirst: TicketOrder = { field: 'CREATED_AT', direction: 'DESC' };

export const noFilters: TicketFilters = {
  search: '',
  status: [],
  priority: [],
  category: [],
  created: null,
  resolved: null,
  source: [],
  outcome: [],
  suggestion: null,
  assignee: '',
  team: '',
  waiting: [],
  snoozed: [],
  order: newestFirst,
};

/** What unfinished means. */
export const unfinishedStatuses: TicketStatus[] = ['OPEN', 'IN_PROGRESS'];

/** What the inbox shows unless it is told otherwise: what is unfinished and does not rest. */
export const atWork: Pick<TicketFilters, 'status' | 'snoozed'> = { status: unfinishedStatuses, snoozed: ['NO'] };

const sources: TriageSource[] = ['MODEL', 'CACHE', 'LOCAL', 'DEFAULT'];
const outcomes: SuggestionOutcome[] = ['PENDING', 'KEPT', 'CONFIRMED', 'OVERRIDDEN'];

const rests: Rest[] = ['YES', 'NO'];
const turns: WaitingOn[] = ['TEAM', 'REQUESTER', 'NOBODY'];

const orderFields = {
  created_at: 'CREATED_AT',
  updated_at: 'UPDATED_AT',
  priority: 'PRIORITY',
  waiting_since: 'WAITING_SINCE',
} as const satisfies Record<string, TicketOrderField>;

export function parseFilters(params: URLSearchParams): TicketFilters {
  const chosen = <V extends string>(name: string, values: readonly V[]) => {
    const asked = params.getAll(name).map((value) => value.toLowerCase());
    return values.filter((value) => asked.includes(value.toLowerCase()));
  };
  return {
    search: params.get('search') ?? '',
    status: chosen('status', statuses),
    priority: chosen('priority', priorities),
    category: chosen('category', categories),
    created: parseRecent(params.get('created')) ?? parseRange(params, 'created'),
    resolved: parseRange(params, 'resolved'),
    source: chosen('source', sources),
    outcome: chosen('outcome', outcomes),
    suggestion: parseSuggestion(params),
    assignee: params.get('assignee') ?? '',
    team: params.get('team') ?? '',
    waiting: chosen('waiting_on', turns),
    snoozed: chosen('snoozed', rests),
    order: parseOrder(params.get('order')),
  };
}

function parseRecent(text: string | null): RecentDays | null {
  return recentDays.find((days) => text?.toLowerCase() === `${days}d`) ?? null;
}

function parseRange(params: URLSearchParams, name: string): InstantRange | null {
  const instant = (text: string | null) =>
    text && !Number.isNaN(Date.parse(text)) ? new Date(text).toISOString() : null;
  const [from, to] = [instant(params.get(`${name}_from`)), instant(params.get(`${name}_to`))];
  return from || to ? { from, to } : null;
}

function parseOrder(text: string | null): TicketOrder {
  const name = text?.replace(/^-/, '').toLowerCase() ?? '';
  if (!(name in orderFields)) return newestFirst;
  return { field: orderFields[name as keyof typeof orderFields], direction: text?.startsWith('-') ? 'DESC' : 'ASC' };
}

/** The address of these filters. What is not narrowed is left out, so the same list has one address. */
export function toSearchParams(filters: Partial<TicketFilters>): URLSearchParams {
  const { search, created, resolved, order, assignee, team, suggestion, ...lists } = { ...noFilters, ...filters };
  const params = new URLSearchParams();
  if (search.trim()) params.set('search', search);
  if (assignee) params.set('assignee', assignee);
  if (team) params.set('team', team);
  for (const name of ['status', 'priority', 'category', 'source', 'outcome'] as const)
    for (const value of lists[name]) params.append(name, value.toLowerCase());
  for (const value of lists.waiting) params.append('waiting_on', value.toLowerCase());
  for (const value of lists.snoozed) params.append('snoozed', value.toLowerCase());
  if (typeof created === 'number') params.set('created', `${created}d`);
  else writeRange(params, 'created', created);
  writeRange(params, 'resolved', resolved);
  if (suggestion) writeSuggestion(params, suggestion);
  if (orderName(order) !== orderName(newestFirst)) params.set('order', orderName(order));
  return params;
}

function writeRange(params: URLSearchParams, name: string, range: InstantRange | null) {
  if (range?.from) params.set(`${name}_from`, range.from);
  if (range?.to) params.set(`${name}_to`, range.to);
}

export function orderName({ field, direction }: { field: TicketOrderField; direction: OrderDirection }): string {
  return `${direction === 'DESC' ? '-' : ''}${field.toLowerCase()}`;
}

/** The path of the inbox narrowed to these filters, for links. */
export function inboxPath(filters: Partial<TicketFilters>): string {
  const query = toSearchParams(filters).toString();
  return query ? `/?${query}` : '/';
}

/** The instants a choice of creation date stands for. Days begin where the person's time zone says. */
export function createdRange(created: TicketFilters['created'], now: number, timeZone: string): InstantRange | null {
  if (typeof created !== 'number') return created;
  return { from: startOfDaysAgo(created - 1, now, timeZone).toISOString(), to: null };
}

function assigneeFilter(assignee: string): AssigneeFilter {
  if (assignee === 'me') return { me: true };
  return assignee === 'none' ? { none: true } : { ids: [assignee] };
}

export function toVariables(
  filters: TicketFilters,
  now: number,
  timeZone: string,
): { filter: TicketFilter | null; orderBy: TicketOrder } {
  const created = createdRange(filters.created, now, timeZone);
  const filter: TicketFilter = {
    ...(filters.search.trim() && { search: filters.search.trim() }),
    ...(filters.status.length > 0 && { status: filters.status }),
    ...(filters.priority.length > 0 && { priority: filters.priority }),
    ...(filters.category.length > 0 && { category: filters.category }),
    ...(created && { createdAt: created }),
    ...(filters.resolved && { resolvedAt: filters.resolved }),
    ...(filters.source.length > 0 && { suggestionSource: filters.source }),
    ...(filters.assignee && { assignee: assigneeFilter(filters.assignee) }),
    ...(filters.team && { teamId: [filters.team] }),
    ...(filters.waiting.length > 0 && { waitingOn: filters.waiting }),
    ...(filters.snoozed.length === 1 && { snoozed: filters.snoozed[0] === 'YES' }),
    ...(filters.outcome.length > 0 && { suggestionOutcome: filters.outcome }),
    ...(filters.suggestion && { suggestion: filters.suggestion }),
  };
  return { filter: Object.keys(filter).length > 0 ? filter : null, orderBy: filters.order };
}

/** The names of the narrowings in force, in the order of the filter bar. */
export function activeFilters(filters: TicketFilters): FilterName[] {
  return filterOrder.filter((name) => {
    const value = filters[name];
    return typeof value === 'string' ? value.trim() !== '' : Array.isArray(value) ? value.length > 0 : value !== null;
  });
}
