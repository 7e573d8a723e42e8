/** Turns a filter, an order and keyset bounds into one SQL statement. The only place that knows how a ticket list is asked. */
import type { KeysetBounds, Position } from '../../database/keyset.js';
import { choiceFields, ticketFields } from '../fields/ticket-fields.js';
import type { AskedFilter } from './list-ports.js';
import { indexConditions, matchingNumbers, rowConditions } from './search-conditions.js';
import type { Assignees } from './ticket-filter.js';
import { OrderDirection, sortKey, type TicketOrder } from './ticket-order.js';

export type Sql = { readonly text: string; readonly values: unknown[]; readonly isHot?: boolean };

export function listSql(columns: string, filter: AskedFilter, order: TicketOrder, bounds: KeysetBounds): Sql {
  const values: unknown[] = [];
  const conditions = filterConditions(filter, values);
  return boundedSql(columns, conditions, order, bounds, values);
}

/** The same, with one more column: how many the whole list holds. Null where the counters do not know. */
export function countedListSql(
  columns: string,
  filter: AskedFilter,
  order: TicketOrder,
  bounds: KeysetBounds,
): Sql | null {
  if (!areCounted(filter)) return null;
  const values: unknown[] = [];
  // Columns of the counters and of the tickets have the same names, so the conditions hold for both.
  const conditions = filterConditions(counted(filter), values);
  const count = cellSum(filter, conditions);
  const uncounted = [...conditions, ...snoozeConditions(filter), ...mergeConditions(filter, values)];
  return boundedSql(`${columns}, (${count})`, uncounted, order, bounds, values);
}

function boundedSql(
  columns: string,
  conditions: readonly string[],
  order: TicketOrder,
  bounds: KeysetBounds,
  values: unknown[],
): Sql {
  const isHot = conditions.every((condition) => condition === standsForItself);
  const all = where([...conditions, ...boundConditions(order, bounds, values)]);
  values.push(bounds.limit);
  const text = `select ${columns} from ticket${all} ${orderBy(order, bounds)} limit $${values.length}`;
  return { text, values, isHot };
}

/** The matches among the first `size` tickets of a list, or all of them, read in list order and no further than needed; the search index is not asked. */
export function windowSql(
  columns: string,
  { search, alsoIn, ...filter }: AskedFilter,
  order: TicketOrder,
  bounds: KeysetBounds,
  size: number | null,
): Sql {
  const values: unknown[] = [];
  const conditions = [...filterConditions(filter, values), ...boundConditions(order, bounds, values)];
  values.push(size);
  const tickets = `select * from ticket${where(conditions)} ${orderBy(order, bounds)} limit $${values.length}`;
  const matches = where(rowConditions({ search, alsoIn }, values));
  values.push(bounds.limit);
  const text = `select ${columns} from (${tickets}) as ticket${matches} ${orderBy(order, bounds)} limit $${values.length}`;
  return { text, values };
}

/** The same matches by way of the search index: all of them are found, then the first ones in list order taken. */
export function indexedSearchSql(
  columns: string,
  { search, alsoIn, ...filter }: AskedFilter,
  order: TicketOrder,
  bounds: KeysetBounds,
): Sql {
  const values: unknown[] = [];
  // Materialized, and without the other conditions: the planner would rather walk another index, hoping for an early match.
  const matches = `select * from ticket${where(indexConditions({ search, alsoIn }, values))}`;
  const conditions = [...filterConditions(filter, values), ...boundConditions(order, bounds, values)];
  values.push(bounds.limit);
  const firsts = `select ${columns} from matches as ticket${where(conditions)} ${orderBy(order, bounds)} limit $${values.length}`;
  return { text: `with matches as materialized (${matches}) ${firsts}`, values };
}

/** As many tickets of a list as have so many bytes of text, one more than that at the least. */
export type WindowSize = { readonly rows: number; readonly bytes: number };

/**
 * The next window of a list: its matches, and its last row whether or not it matches. Each row ends with whether it
 * matches, its place in the window, and the bytes of text up to it, which are told without reading any text.
 */
export function walkSql(
  columns: string,
  { search, alsoIn, ...filter }: AskedFilter,
  order: TicketOrder,
  bounds: KeysetBounds,
  { rows, bytes }: WindowSize,
): Sql {
  const values: unknown[] = [];
  const conditions = [...filterConditions(filter, values), ...boundConditions(order, bounds, values)];
  const sorted = orderBy(order, bounds);
  const listed = `select * from ticket${where(conditions)} ${sorted} limit $${values.push(rows)}`;
  const upToHere = `(${sorted} rows unbounded preceding)`;
  const measured = `select *, row_number() over ${upToHere} as place,
    sum(octet_length(search_text)) over ${upToHere} as bytes from (${listed}) as ticket`;
  const matches = rowConditions({ search, alsoIn }, values).join(' and ') || 'true';
  const read = `select *, (${matches}) as is_match from (${measured}) as ticket
    where bytes - octet_length(search_text) < $${values.push(bytes)}`;
  const text = `with read as materialized (${read})
    select ${columns}, is_match, place, bytes from read as ticket
    where is_match or place = (select max(place) from read) order by place`;
  return { text, values };
}

/** The numbers of the first matches that the indexes find, in no order. */
export function indexedNumbersSql({ search, alsoIn }: AskedFilter, most: number): Sql {
  const values: unknown[] = [];
  // Materialized, so that the planner makes a plan for all matches; only as many as are asked for are read all the same.
  const matches = matchingNumbers({ search, alsoIn }, values).join(' union all ');
  return {
    text: `with matches (number) as materialized (${matches}) select number from matches limit $${values.push(most)}`,
    values,
  };
}

/** Those of the numbers that a filter lets through. */
export function numbersSql(
  columns: string,
  { search: _search, ...filter }: AskedFilter,
  order: TicketOrder,
  bounds: KeysetBounds,
  numbers: readonly number[],
): Sql {
  const values: unknown[] = [numbers];
  const conditions = ['ticket.number = any($1::integer[])', ...filterConditions(filter, values)];
  return { ...boundedSql(columns, conditions, order, bounds, values), isHot: false };
}

/** The numbers of what changed since then, and whether each matches, and stands between the start and what was reached. */
export function changedSql(
  filter: AskedFilter,
  order: TicketOrder,
  { start, reached }: { start: KeysetBounds; reached: Position | null },
  since: string,
): Sql {
  const values: unknown[] = [since];
  const conditions = [...filterConditions(filter, values), ...boundConditions(order, start, values)];
  const isBack = (order.direction === OrderDirection.DESC) !== start.reverse;
  if (reached) conditions.push(beyond(order, reached, isBack ? '>=' : '<=', values));
  const text = `select number, (${conditions.join(' and ')}) from ticket where updated_at >= $1::timestamptz`;
  return { text, values };
}

/** How many of the tickets in a random share of the table's blocks match, and of how many. */
export function sampleSql(filter: AskedFilter, percent: number): Sql {
  const values: unknown[] = [percent];
  const matches = filterConditions(filter, values).join(' and ');
  const text = `select count(*)::int as seen, (count(*) filter (where ${matches}))::int as hits from ticket tablesample system ($1)`;
  return { text, values };
}

/** Counts the matches, and no further than `highest`. */
export function countSql({ search, alsoIn, ...filter }: AskedFilter, highest: number | null): Sql {
  const values: unknown[] = [];
  const conditions = [...filterConditions(filter, values), ...indexConditions({ search, alsoIn }, values)];
  const matches = `select 1 from ticket${where(conditions)}`;
  if (highest !== null) values.push(highest);
  const limited = highest === null ? matches : `${matches} limit $${values.length}`;
  return { text: `select count(*)::int as count from (${limited}) as matches`, values };
}

/** The same count from the 64 counters, or null where they do not know. */
export function countCellsSql(filter: AskedFilter): Sql | null {
  if (!areCounted(filter)) return null;
  const values: unknown[] = [];
  return { text: cellSum(filter, filterConditions(counted(filter), values)), values };
}

/** Whether the counters know how many tickets a filter lets through. */
function areCounted({ category, priority, status, snoozed, ...rest }: AskedFilter): boolean {
  return rest.mergedInto == null && filterConditions({ ...rest, includeMerged: true }, []).length === 0;
}

/** What the counters themselves tell apart. */
function counted({ snoozed: _snoozed, ...filter }: AskedFilter): AskedFilter {
  return { ...filter, includeMerged: true };
}

/** The counters know neither who rests nor what is merged: those are few, and counted by indexes of their own. */
function cellSum({ counters, snoozed, includeMerged }: AskedFilter, conditions: readonly string[]): string {
  const rows = (...more: string[]) => `select count(*)::int as count from ticket${where([...more, ...conditions])}`;
  const single = `select coalesce(sum(count), 0)::int as count from ${counters}${where(conditions)}`;
  const all = includeMerged ? `select (${single}) + (${rows('merged_into is not null')}) as count` : single;
  if (snoozed == null) return all;
  const resting = rows('snoozed_until is not null', ...(includeMerged ? [] : [standsForItself]));
  return snoozed ? resting : `select (${all}) - (${resting}) as count`;
}

function snoozeConditions({ snoozed }: AskedFilter): string[] {
  if (snoozed == null) return [];
  return [`snoozed_until is ${snoozed ? 'not ' : ''}null`];
}

const standsForItself = 'merged_into is null';

function mergeConditions({ includeMerged, mergedInto }: AskedFilter, values: unknown[]): string[] {
  if (mergedInto != null) return [`merged_into = $${values.push(mergedInto)}::integer`];
  return includeMerged ? [] : [standsForItself];
}

function where(conditions: readonly string[]): string {
  return conditions.length > 0 ? ` where ${conditions.join(' and ')}` : '';
}

function orderBy(order: TicketOrder, { reverse }: KeysetBounds): string {
  const direction = (order.direction === OrderDirection.DESC) !== reverse ? 'desc' : 'asc';
  return `order by ${sortKey(order).key} ${direction}, ticket.number ${direction}`;
}

function boundConditions(order: TicketOrder, { after, before }: KeysetBounds, values: unknown[]): string[] {
  const [onwards, back] = order.direction === OrderDirection.DESC ? (['<', '>'] as const) : (['>', '<'] as const);
  return [
    ...(after ? [beyond(order, after, onwards, values)] : []),
    ...(before ? [beyond(order, before, back, values)] : []),
  ];
}

/** A row comparison, never its OR form: only this becomes one index range. */
function beyond(
  order: TicketOrder,
  { sort, number }: Position,
  operator: '<' | '>' | '<=' | '>=',
  values: unknown[],
): string {
  values.push(sort, number);
  const { key, sqlType } = sortKey(order);
  return `(${key}, ticket.number) ${operator} ($${values.length - 1}::${sqlType}, $${values.length}::integer)`;
}

/** For rows of `ticket`, of the table or alike. */
export function filterConditions(filter: AskedFilter, values: unknown[]): string[] {
  const conditions: string[] = [];
  const add = (value: unknown, condition: (parameter: string) => string) => {
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  for (const field of [...choiceFields, 'waitingOn' as const]) {
    const { column, sqlType } = ticketFields[field];
    const [only, ...more] = filter[field] ?? [];
    if (more.length > 0) add([only, ...more], (parameter) => `${column} = any(${parameter}::${sqlType}[])`);
    else if (only) add(only, (parameter) => `${column} = ${parameter}::${sqlType}`);
  }
  conditions.push(...rowConditions(filter, values));
  for (const field of ['createdAt', 'resolvedAt'] as const) {
    const { column } = ticketFields[field];
    const range = filter[field];
    if (range?.from) add(range.from, (parameter) => `${column} >= ${parameter}::timestamptz`);
    if (range?.to) add(range.to, (parameter) => `${column} < ${parameter}::timestamptz`);
  }
  conditions.push(...snoozeConditions(filter), ...mergeConditions(filter, values));
  if (filter.needsTriage != null) conditions.push(filter.needsTriage ? 'needs_triage' : 'not needs_triage');
  if (filter.team?.length) add(filter.team, (parameter) => `team_id = any(${parameter}::integer[])`);
  if (filter.requester != null) add(filter.requester, (parameter) => `requester_id = ${parameter}::integer`);
  if (filter.incident != null) add(filter.incident, (parameter) => `incident = ${parameter}::integer`);
  if (filter.assignee) conditions.push(assigneeCondition(filter.assignee, values));
  for (const condition of filter.conditions) conditions.push(condition((value) => `$${values.push(value)}`));
  return conditions;
}

function assigneeCondition({ keys, none }: Assignees, values: unknown[]): string {
  const nobodys = none ? 'assignee_id is null' : null;
  if (keys.length === 0) return nobodys ?? 'false';
  values.push(keys.length === 1 ? keys[0] : keys);
  const theirs = keys.length === 1 ? `= $${values.length}::integer` : `= any($${values.length}::integer[])`;
  return nobodys ? `(assignee_id ${theirs} or ${nobodys})` : `assignee_id ${theirs}`;
}
