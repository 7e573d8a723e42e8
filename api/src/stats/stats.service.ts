import type { DataSource } from 'typeorm';
import type { Caller } from '../caller.js';
import { read } from '../database/reads/standby.js';
import { type StatsWindow, statsWindow } from './stats-window.js';
import { averagePerDay, type Cell, type Summary, summaryOf } from './summary.js';
import { TicketCount, TicketDay } from './ticket-counts.js';

/** Figures about the desk, all aggregated by the database: headline figures from its counters, windows from its indexes. */
export class StatsService {
  constructor(private readonly dataSource: DataSource) {}

  /** All-time figures; their cost does not depend on how many tickets there are. */
  async summary(_caller: Caller): Promise<Summary> {
    const [cells, days] = await Promise.all([this.cells(), this.days()]);
    return summaryOf(cells, averagePerDay(days.total, days.days));
  }

  /** @throws InvalidInputError for a number of days or a time zone that does not exist. */
  window(_caller: Caller, days: number, timeZone: string): StatsWindow {
    return statsWindow(this.dataSource, days, timeZone);
  }

  private async cells(): Promise<Cell[]> {
    return read(this.dataSource, (runner) =>
      this.dataSource
        .createQueryBuilder(runner)
        .select('cell.category', 'category')
        .addSelect('cell.priority', 'priority')
        .addSelect('cell.status', 'status')
        .addSelect('sum(cell.count)::int', 'count')
        .from(TicketCount, 'cell')
        .groupBy('cell.category')
        .addGroupBy('cell.priority')
        .addGroupBy('cell.status')
        .getRawMany<Cell>(),
    );
  }

  /** Days (UTC) that have at least one ticket, and the tickets on them. */
  private async days(): Promise<{ days: number; total: number }> {
    const row = await read(this.dataSource, (runner) =>
      this.dataSource
        .createQueryBuilder(runner)
        .select('count(*)::int', 'days')
        .addSelect('coalesce(sum(day.count), 0)::int', 'total')
        .from(TicketDay, 'day')
        .getRawOne<{ days: number; total: number }>(),
    );
    return row ?? { days: 0, total: 0 };
  }
}
