/**
 * What later features add to the questions that lists of tickets ask. Statements of this feature name its own tables;
 * other tables come in here, in SQL that their own feature wrote.
 */
import type { TicketFilter } from './ticket-filter.js';

/** A condition on the row `ticket`; `parameter` takes a value and answers what stands for it in the statement. */
export type Condition = (parameter: (value: unknown) => string) => string;

export type ListPorts = {
  /** The conditions of a filter that are about another feature's tables. */
  readonly conditionsOf: (filter: TicketFilter) => readonly Condition[];
  /** Columns category, priority and status, and the `count` of such tickets; summing it costs the same at any size. */
  readonly counters: string;
};

/** A filter with what the ports make of it. */
export type AskedFilter = TicketFilter & { readonly conditions: readonly Condition[]; readonly counters: string };

export function askedBy({ conditionsOf, counters }: ListPorts, filter: TicketFilter): AskedFilter {
  return { ...filter, conditions: conditionsOf(filter), counters };
}
