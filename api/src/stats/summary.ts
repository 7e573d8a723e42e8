import { TicketCategory, TicketPriority, TicketStatus } from '../tickets/fields/ticket-values.js';

/** How many tickets share one category, priority and status. */
export type Cell = { category: TicketCategory; priority: TicketPriority; status: TicketStatus; count: number };

export type Summary = {
  readonly total: number;
  readonly open: number;
  readonly averagePerDay: number;
  readonly byStatus: Readonly<Record<TicketStatus, number>>;
  readonly byCategory: Readonly<Record<TicketCategory, number>>;
  readonly byPriority: Readonly<Record<TicketPriority, number>>;
};

export function summaryOf(cells: readonly Cell[], average: number): Summary {
  const byStatus = breakdown(Object.values(TicketStatus), cells, ({ status }) => status);
  return {
    total: cells.reduce((total, { count }) => total + count, 0),
    open: byStatus[TicketStatus.OPEN],
    averagePerDay: average,
    byStatus,
    byCategory: breakdown(Object.values(TicketCategory), cells, ({ category }) => category),
    byPriority: breakdown(Object.values(TicketPriority), cells, ({ priority }) => priority),
  };
}

/** Mean over the days that have at least one ticket, to one decimal; 0 where there is none. */
export function averagePerDay(tickets: number, days: number): number {
  return days === 0 ? 0 : Math.round((tickets / days) * 10) / 10;
}

/** Every value has its count, zeros included. */
export function breakdown<Value extends string, Counted extends { count: number }>(
  values: readonly Value[],
  cells: readonly Counted[],
  fieldOf: (cell: Counted) => Value,
) {
  const counts = Object.fromEntries(values.map((value) => [value, 0])) as Record<Value, number>;
  for (const cell of cells) counts[fieldOf(cell)] += cell.count;
  return counts;
}
