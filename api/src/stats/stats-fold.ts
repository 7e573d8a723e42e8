import type { DataSource } from 'typeorm';

export const foldIntervalMs = 500;

/** Adds the counters' deltas to their cells. Reads add the deltas themselves, so the figures are exact however late it comes. */
export async function foldCounts(dataSource: DataSource): Promise<void> {
  await dataSource.query('select fold_ticket_counts()');
}
