/**
 * What later features add to the questions that lists of tickets ask. Statements of this feature name its own tables;
 * other tables come in here, in SQL that their own feature wrote.
 */
import type { Caller } from '../../caller.js';
import type { SearchedWords } from './searched-words.js';
import type { TicketFilter } from './ticket-filter.js';

/** A condition on the row `ticket`; `parameter` takes a value and answers what stands for it in the statement. */
export type Condition = (parameter: (value: unknown) => string) => string;

export type ListPorts = {
  /** The conditions of a filter that are about another feature's tables. */
  readonly conditionsOf: (filter: TicketFilter) => readonly Condition[];
  /** Columns category, priority and status, and the `count` of such tickets; summing it costs the same at any size. */
  readonly counters: string;
  /** What else a search reads. */
  readonly searched: readonly SearchedWords[];
  /** How long a search may take, its wait for others included. */
  readonly longestSearchMs: number;
};

/** A filter with what the ports make of it. */
export type AskedFilter = TicketFilter & { readonly conditions: readonly Condition[]; readonly counters: string };

/** With the other texts that the caller's search reads. */
export function askedBy(
  caller: Caller,
  { conditionsOf, counters, searched }: ListPorts,
  filter: TicketFilter,
): AskedFilter {
  const alsoIn = searched.filter((words) => words.mayRead(caller));
  return { ...filter, alsoIn, conditions: conditionsOf(filter), counters };
}
