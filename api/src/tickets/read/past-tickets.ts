/** Whether tickets match a filter as they were at some time: the row of now, with fields as they were by what the trail knows. */
import type { AskedFilter } from './list-ports.js';
import { filterConditions, type Sql } from './ticket-query.js';

export type Past = {
  readonly number: number;
  /** By field, as the trail has it: people and teams by handle. */
  readonly values: Readonly<Record<string, string | null>>;
};

/** The time that `values` are of, for what was changed since and is in the row of now already. */
export type Then = {
  readonly snapshot: string;
  /** An expression: the values then, by field, of what was changed since in the ticket of this number. */
  readonly valuesThen: (number: string, snapshot: string) => string;
};

export type PastMatches = { readonly place: number; readonly matches: readonly boolean[] };

/** By the places in the list, by filter: whether it matches. Tickets that are gone have no row. */
export function pastMatchesSql(
  filters: readonly AskedFilter[],
  pasts: readonly Past[],
  { snapshot, valuesThen }: Then,
): Sql {
  const values: unknown[] = [
    pasts.map(({ number }) => number),
    pasts.map((past) => JSON.stringify(past.values)),
    snapshot,
  ];
  const matches = filters.map((filter) => ['true', ...filterConditions(filter, values)].join(' and '));
  const handled = (field: string, table: string) =>
    `case when past.fields ? '${field}' then jsonb_build_object('${field}_id', (select id from ${table} where handle = past.fields->>'${field}')) else '{}' end`;
  // One table, so that the conditions can name its columns; worked out once, whatever is asked of it.
  const rows = `select ticket.*, (past.place - 1)::int as place
    from (
      select number, place, coalesce(${valuesThen('number', '$3')}, '{}') || fields as fields
      from unnest($1::integer[], $2::jsonb[]) with ordinality as given (number, fields, place)
    ) as past
    join ticket as present on present.number = past.number
    cross join lateral jsonb_populate_record(
      present, past.fields || ${handled('assignee', 'account')} || ${handled('team', 'team')}) as ticket`;
  const text = `with former as materialized (${rows})
    select place, array[${matches.map((match) => `coalesce(${match}, false)`).join(', ')}] as matches from former as ticket`;
  return { text, values };
}
